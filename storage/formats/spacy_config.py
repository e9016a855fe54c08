"""The configuration that is written beside spaCy's training data, ready for `spacy train config.cfg`."""

from __future__ import annotations

CONFIG = "config.cfg"
_FEWEST_WORDS = 8
_MOST_WORDS = 20  # longer ones make training slow: each range of up to so many words is judged


def config_text(name: str, longest: int) -> str:
    """Return the configuration for files of which *name* is one, whose longest entity has *longest* words."""
    train, dev = ("train", "dev") if name in ("train", "dev", "test") else (name, name)
    most = min(max(longest, _FEWEST_WORDS), _MOST_WORDS)
    return _TEXT.format(train=train, dev=dev, most=most, longest=longest)


_TEXT = """\
# Train here with: python -m spacy train config.cfg --output model
#
# The words of the files were cut where an entity begins or ends. gold_preproc lets training use these words; without
# it spaCy would cut the text anew, and entities whose edges lie inside its words would be lost. A trained model cuts
# text by its own tokenizer, and so does the evaluation on [corpora.dev], which therefore shows what to expect.

[paths]
train = "{train}.spacy"
dev = "{dev}.spacy"
vectors = null
init_tok2vec = null

[system]
seed = 0
gpu_allocator = null

[nlp]
lang = "th"
pipeline = ["tok2vec", "ner", "spancat"]
disabled = []
before_creation = null
after_creation = null
after_pipeline_creation = null
batch_size = 128

[nlp.tokenizer]
@tokenizers = "spacy.th.ThaiTokenizer"

[components]

[components.tok2vec]
factory = "tok2vec"

[components.tok2vec.model]
@architectures = "spacy.Tok2Vec.v2"

[components.tok2vec.model.embed]
@architectures = "spacy.MultiHashEmbed.v2"
width = 96
attrs = ["NORM", "PREFIX", "SUFFIX", "SHAPE"]
rows = [5000, 1000, 2500, 2500]
include_static_vectors = false

[components.tok2vec.model.encode]
@architectures = "spacy.MaxoutWindowEncoder.v2"
width = 96
depth = 4
window_size = 1
maxout_pieces = 3

# the outermost entities
[components.ner]
factory = "ner"

[components.ner.model]
@architectures = "spacy.TransitionBasedParser.v2"
state_type = "ner"
extra_state_tokens = false
hidden_width = 64
maxout_pieces = 2
use_upper = true

[components.ner.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"
width = 96

# all entities, also nested and crossing ones
[components.spancat]
factory = "spancat"
spans_key = "sc"
threshold = 0.5

# The longest entity of the file that was written with this one has {longest} words.
[components.spancat.suggester]
@misc = "spacy.ngram_range_suggester.v1"
min_size = 1
max_size = {most}

[components.spancat.model]
@architectures = "spacy.SpanCategorizer.v1"

[components.spancat.model.reducer]
@layers = "spacy.mean_max_reducer.v1"
hidden_size = 128

[components.spancat.model.scorer]
@layers = "spacy.LinearLogistic.v1"

[components.spancat.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"
width = 96

[corpora]

[corpora.train]
@readers = "spacy.Corpus.v1"
path = ${{paths.train}}
gold_preproc = true
max_length = 0
limit = 0
augmenter = null

[corpora.dev]
@readers = "spacy.Corpus.v1"
path = ${{paths.dev}}
gold_preproc = false
max_length = 0
limit = 0
augmenter = null

[training]
train_corpus = "corpora.train"
dev_corpus = "corpora.dev"
seed = ${{system.seed}}
gpu_allocator = ${{system.gpu_allocator}}
dropout = 0.1
patience = 1600
max_steps = 20000
max_epochs = 0
eval_frequency = 200
accumulate_gradient = 1
frozen_components = []
annotating_components = []
before_to_disk = null
before_update = null

[training.logger]
@loggers = "spacy.ConsoleLogger.v1"
progress_bar = false

[training.batcher]
@batchers = "spacy.batch_by_words.v1"
size = 1000
discard_oversize = false
tolerance = 0.2
get_length = null

[training.optimizer]
@optimizers = "Adam.v1"
learn_rate = 0.001

[training.score_weights]
ents_f = 0.5
spans_sc_f = 0.5

[initialize]
vectors = ${{paths.vectors}}
init_tok2vec = ${{paths.init_tok2vec}}
vocab_data = null
lookups = null
before_init = null
after_init = null

[initialize.components]

[initialize.tokenizer]
"""
