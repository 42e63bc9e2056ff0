internal import SafeText

/// `text` in double quotes, fit for a message: see `quoted(bytes:)`.
func quoted(_ text: String) -> String { quoted(bytes: Array(text.utf8)) }

/// Bytes from the input in double quotes, fit for a message: what cannot be seen or would steer the
/// terminal, quotes, and bytes that are not UTF-8 are escaped, and long texts lose their middle.
func quoted(bytes: [UInt8]) -> String {
  var visible = ""
  for character in VisibleText.of(bytes: bytes) {
    if character == "\"" { visible += "\\" }
    visible.append(character)
  }
  return "\"" + Shortening.shortened(visible, to: 80) + "\""
}

/// A file's name as messages show it, `<stdin>` for standard input.
func displayed(file: String) -> String { file == "-" ? "<stdin>" : Mention.path(file) }

/// The first few of `files` as messages show them.
func displayed(files: [String]) -> String {
  Mention.list(files.prefix(Mention.most).map(displayed(file:)), of: files.count)
}
