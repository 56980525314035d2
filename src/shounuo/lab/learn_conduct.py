"""Learns the second ear of inspection from labelled utterances.

`python -m shounuo.lab.learn_conduct CASES_FOLDER OUT_FOLDER` reads files of the form of
`tests/inspection/cases/conduct` (code, breach, fine), adds the corpus beside this module, and writes the weights that `inspection.learned` reads. Decisions that inspectors make
are exported in the same form, so a house can learn again from its own.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from importlib import resources
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from shounuo.inspection.flat import flatten
from shounuo.inspection.frames.compile import Language
from shounuo.inspection.learned.model import FILES, FINE, Audience
from shounuo.inspection.learned.pieces import pieces

# Codes that one utterance can breach without the turns around it.
CODES = frozenset(
    (
        "THREAT",
        "INSULT",
        "IMPERSONATION",
        "FALSE_CONSEQUENCE",
        "BORROW_TO_PAY",
        "PRIVATE_PAYMENT",
        "PUBLIC_EXPOSURE",
    )
)
THIRD_PARTY_CODES = frozenset(("DISCLOSE_TO_THIRD_PARTY", "DEMAND_THIRD_PARTY"))
# Wrong only because of what the other side had said, or of the case's state.
REPLY_CODES = frozenset(
    (
        "CEASE_IGNORED",
        "COLLECT_DURING_PLAN",
        "CONTINUE_AFTER_REFUSAL",
        "DENY_HARDSHIP",
        "IGNORE_DISPUTE",
        "LIMITATION_MISLEAD",
        "REFUSE_COMPLAINT",
        "SELF_HARM_MISHANDLED",
    )
)
CODES_OF: dict[Audience, frozenset[str]] = {
    "customer": CODES,
    "third_party": THIRD_PARTY_CODES,
    "reply": REPLY_CODES,
}
CORPUS = Path(str(resources.files("shounuo.lab") / "corpus"))
KEPT_PIECES = {"zh": 12000, "en": 16000}
STRENGTH = 30.0
Example = tuple[str, str]


def examples(folder: Path, language: str, audience: Audience) -> list[Example]:
    """(flat utterance, class) of every file; a breach of another code teaches nothing here."""
    codes = CODES_OF[audience]
    found = []
    for path in sorted(folder.glob("*.yaml")):
        raw = yaml.safe_load(path.read_text("utf-8"))
        context = raw.get("context", {})
        if "litigation" in context:
            continue  # true or false by the case, not by the words
        if audience == "third_party" and context.get("callee_role") != "third_party":
            continue
        labelled = [(said, FINE) for said in raw["fine"]]
        labelled += [(said, raw["code"]) for said in raw["breach"] if raw["code"] in codes]
        found += [
            (flatten(_judged(said), language).text, answer)
            for said, answer in labelled
            if _language(said) == language
        ]
    return found


def corpus_lines(
    folder: Path, language: str, audience: Audience, names: str = "*.tsv"
) -> list[Example]:
    """Utterances of `lab/corpus/*.tsv` (code, audience, language, circumstances, words) for one model.

    What only the circumstances make a breach or fine (the stage of a lawsuit, a plan) teaches nothing here.
    """
    codes = CODES_OF[audience]
    found = []
    for path in sorted(folder.glob(names)):
        for line in path.read_text("utf-8").splitlines():
            code, heard_by, spoken, circumstances, said = line.split("\t", 4)
            theirs = "third_party" if heard_by == "third_party" else "customer"
            by_the_case = re.search(r"litigation=(?:filed|judgment)|plan|offer=", circumstances)
            fits = audience == "reply" or (theirs == audience and not by_the_case)
            if spoken != language or not fits:
                continue
            if code == FINE.upper() or code in codes:
                answer = FINE if code == FINE.upper() else code
                found.append((flatten(said, language).text, answer))
    return found


def guide_lines(language: str, audience: Audience) -> list[Example]:
    """What the house's own call guides say: lawful lines of which there are many."""
    library = Path(str(resources.files("shounuo.guides") / "library"))
    found: list[Example] = []
    names = "*.yaml" if audience == "customer" else "third_party.yaml"
    for path in sorted(library.rglob(names)):
        for said in _texts(yaml.safe_load(path.read_text("utf-8")), language):
            found.append((flatten(re.sub(r"\{\w+\}", "", said), language).text, FINE))
    return [example for example in dict.fromkeys(found) if len(example[0]) > 3]


def _texts(node: object, language: str) -> Iterable[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            if key == language and isinstance(value, str):
                yield value
            elif key != "note":
                yield from _texts(value, language)
    elif isinstance(node, list):
        for value in node:
            yield from _texts(value, language)


def _judged(line: str) -> str:
    """The last line of a case, without its speaker."""
    return str(line).split(" / ")[-1].removeprefix("A: ").strip()


def _language(said: str) -> str:
    return "zh" if any("\u4e00" <= c <= "\u9fff" for c in said) else "en"


def learn(data: Iterable[Example], language: Language) -> str:
    """The weights file: classes, biases, then the most telling pieces."""
    said, answers = zip(*data, strict=True)
    counted = [pieces(text, language) for text in said]
    return fit(counted, answers, kept=KEPT_PIECES[language])


def fit(
    counted: Sequence[Mapping[str, float]],
    answers: Sequence[str],
    *,
    kept: int,
    strength: float = STRENGTH,
    balanced: bool = True,
    rare: bool = True,
) -> str:
    """Weights over `kept` pieces that at least two examples hold.

    `balanced` counts each class alike; `rare` lets a piece weigh more the fewer examples hold it.
    """
    shape = DictVectorizer()
    counts = shape.fit_transform(counted)
    seen = np.asarray((counts > 0).sum(axis=0)).ravel()
    rarity = np.log((1 + counts.shape[0]) / (1 + seen)) + 1 if rare else np.ones(len(seen))
    names = shape.get_feature_names_out()
    keep = np.flatnonzero((seen >= 2) & np.array(["\t" not in n for n in names]))
    for limit in (len(keep), kept):
        keep = keep[:limit]
        scaled = _unit(counts[:, keep].multiply(rarity[keep]).tocsr())
        weigh = "balanced" if balanced else None
        model = LogisticRegression(C=strength, max_iter=3000, class_weight=weigh)
        model.fit(scaled, answers)
        slopes, bias = _one_row_a_class(model)
        telling = (slopes.max(axis=0) - slopes.min(axis=0)) * rarity[keep]
        last = keep
        keep = keep[np.argsort(-telling, kind="stable")]
    lines = ["\t".join(model.classes_), "\t".join(f"{b:.3f}" for b in bias)]
    for column, place in enumerate(last):
        row = "\t".join(f"{w:.2f}" for w in slopes[:, column])
        lines.append(f"{names[place]}\t{rarity[place]:.2f}\t{row}")
    return "\n".join(lines) + "\n"


def _one_row_a_class(model: LogisticRegression) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Of two classes the library keeps one row, which is shared between them."""
    if len(model.classes_) > 2:
        return model.coef_, model.intercept_
    return np.vstack([-model.coef_, model.coef_]) / 2, np.r_[
        -model.intercept_, model.intercept_
    ] / 2


def _unit(matrix):  # type: ignore[no-untyped-def]
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return matrix.multiply(1 / np.maximum(lengths, 1e-9)[:, None]).tocsr()


def main(cases: str, out: str) -> None:
    for (language, audience), name in FILES.items():
        data = examples(Path(cases), language, audience) + guide_lines(language, audience)
        data += corpus_lines(CORPUS, language, audience)
        Path(out, name).write_text(learn(data, language), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
