"""What things are: plain values and functions, without Qt, SQL, files or a clock."""
