"""The way in: bytes of a foreign document → ``Source``, whatever the file calls itself."""

from drafter.importers.clean import clean
from drafter.importers.findings import note, refusal, warning
from drafter.importers.mojibake import mojibake
from drafter.importers.readers import Reader, readers, suffix_of
from drafter.importers.source import Source
from drafter.model.words import Both


def read_source(path_name: str, data: bytes) -> Source:
    """Reads a document by what its bytes are; the suffix only decides where the content does not.

    Nothing is opened but ``data``: no network, no other file. Raises ``Refused`` (exit code 3) for an empty, unknown,
    broken or dangerous input. What is not the report's text is in ``left_out``; what the user should know in ``problems``.
    """
    if not data.strip(b" \t\r\n\x00"):
        raise refusal(
            "empty-file",
            path_name,
            Both("文件是空的，没有可导入的内容。", "The file is empty: there is nothing to import."),
            Both("请检查是否选错文件，或原文件没有保存成功。", "Check that it is the right file and that it was saved."),
        )
    reader = next(reader for reader in readers() if reader.claims(path_name, data))
    source = reader.read(path_name, data)
    _say_renamed(source, reader)
    clean(source)
    source.problems.extend(mojibake(source))
    if not any(line.text.strip() for line in source.lines):
        source.problems.append(
            warning(
                "no-text",
                path_name,
                Both("没有读到正文文字。", "No text was found in it."),
                Both("如果是扫描件或图片，请先识别成文字再导入。", "If it is a scan or a picture, recognise the text first."),
            )
        )
    return source


def _say_renamed(source: Source, reader: Reader) -> None:
    suffix = suffix_of(source.name)
    if suffix and reader.suffixes and suffix not in reader.suffixes:
        source.problems.append(
            note(
                "renamed-file",
                source.name,
                Both(
                    f"文件名以 {suffix} 结尾，内容其实是{reader.label}，已按内容读取。",
                    f"The name ends in {suffix} but the content is {reader.suffixes[0]}; it was read as that.",
                ),
            )
        )
