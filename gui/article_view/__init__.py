"""The heart: layout, painting, hit testing, selection and gestures of one article."""
