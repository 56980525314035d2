"""A speech model of a few megabytes with random weights: it understands nothing, but loads and answers for real."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from ctranslate2.specs import WhisperSpec
from faster_whisper.tokenizer import _LANGUAGE_CODES as LANGUAGES
from tokenizers import Tokenizer, decoders, models, pre_tokenizers

WIDE, HEADS, LAYERS, MELS = 16, 2, 1, 80
FRAMES, PLACES = 1500, 448
VOCABULARY = 51865  # as many tokens as the models of many languages have: so it is taken for one


def build(folder: Path, seed: int = 7) -> Path:
    """Writes the model's four files into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    tokens = _tokens()
    _tokenizer(tokens).save(str(folder / "tokenizer.json"))
    spec = WhisperSpec(LAYERS, HEADS, LAYERS, HEADS)
    _fill(spec, np.random.default_rng(seed), len(tokens))
    spec.register_vocabulary(list(tokens))
    spec.config.suppress_ids = []
    spec.config.suppress_ids_begin = []
    spec.config.lang_ids = [tokens[f"<|{code}|>"] for code in LANGUAGES]
    spec.config.alignment_heads = [(0, 0)]
    spec.validate()
    spec.optimize(quantization=None)
    spec.save(str(folder))
    return folder


def _special() -> list[str]:
    names = ["endoftext", "startoftranscript", *LANGUAGES, "translate", "transcribe"]
    names += ["startoflm", "startofprev", "nospeech", "notimestamps"]
    names += [f"{step * 0.02:.2f}" for step in range(1501)]
    return [f"<|{name}|>" for name in names]


def _tokens() -> dict[str, int]:
    special = _special()
    plain = sorted(pre_tokenizers.ByteLevel.alphabet())
    plain += [f"tok{n}" for n in range(VOCABULARY - len(plain) - len(special))]
    return {token: n for n, token in enumerate([*plain, *special])}


def _tokenizer(tokens: dict[str, int]) -> Tokenizer:
    made = Tokenizer(models.BPE(vocab=tokens, merges=[]))
    made.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    made.decoder = decoders.ByteLevel()
    made.add_special_tokens(_special())
    return made


def _fill(spec: Any, chance: np.random.Generator, tokens: int) -> None:
    def some(*shape: int) -> np.ndarray:
        return (chance.standard_normal(shape) * 0.1).astype(np.float32)

    def level(layer: Any) -> None:
        layer.gamma, layer.beta = np.ones(WIDE, np.float32), np.zeros(WIDE, np.float32)

    def linear(layer: Any, out: int, into: int) -> None:
        layer.weight, layer.bias = some(out, into), np.zeros(out, np.float32)

    def attends(layer: Any, *outs: int) -> None:
        for one, times in zip(layer.linear, outs, strict=True):
            linear(one, times * WIDE, WIDE)
        level(layer.layer_norm)

    def feeds(layer: Any) -> None:
        level(layer.layer_norm)
        linear(layer.linear_0, 4 * WIDE, WIDE)
        linear(layer.linear_1, WIDE, 4 * WIDE)

    ear, mouth = spec.encoder, spec.decoder
    for conv, into in ((ear.conv1, MELS), (ear.conv2, WIDE)):
        conv.weight, conv.bias = some(WIDE, into, 3), np.zeros(WIDE, np.float32)
    ear.position_encodings.encodings = some(FRAMES, WIDE)
    mouth.position_encodings.encodings = some(PLACES, WIDE)
    mouth.embeddings.weight = some(tokens, WIDE)
    mouth.projection.weight, mouth.scale_embeddings = mouth.embeddings.weight, False
    for side in (ear, mouth):
        level(side.layer_norm)
        for layer in side.layer:
            attends(layer.self_attention, 3, 1)
            feeds(layer.ffn)
    for layer in mouth.layer:
        attends(layer.attention, 1, 2, 1)
