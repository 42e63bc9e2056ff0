/// What makes a text no JSON.
enum JSONFault: UInt8, Sendable, Equatable, CaseIterable {
  case expectedValue
  case expectedKey
  case expectedColon
  case expectedCommaOrBrace
  case expectedCommaOrBracket
  case expectedEnd
  case control
  case escape
  case loneSurrogate
  case notUTF8
  case number
  case notANumber
  case tooDeep

  /// What is wrong and what to do about it, told of the byte at which it shows.
  ///
  /// - Parameter found: the byte, quoted.
  func told(_ found: String) -> (what: String, remedy: String) {
    switch self {
    case .expectedValue:
      (
        "expected a value, not \(found)",
        "texts stand in double quotes; true, false and null in small letters"
      )
    case .expectedKey:
      ("expected a key in double quotes, not \(found)", "no comma stands before the closing }")
    case .expectedColon: ("expected a colon, not \(found)", "write it between key and value")
    case .expectedCommaOrBrace:
      ("expected a comma or }, not \(found)", "check the quotes and commas before it")
    case .expectedCommaOrBracket:
      ("expected a comma or ], not \(found)", "check the quotes and commas before it")
    case .expectedEnd:
      ("expected the end of the input, not \(found)", "put all records into one array")
    case .control:
      (
        "a text has the control character \(found) in it",
        "close the quote before it, or write the character as \\n, \\t or \\u00XX"
      )
    case .escape:
      (
        "the escape that begins here is none of JSON's",
        "write a backslash itself as \\\\; after \\u stand four hexadecimal digits"
      )
    case .loneSurrogate:
      (
        "half a surrogate pair is escaped here, which is no character",
        "write both halves, or the character itself"
      )
    case .notUTF8:
      (
        "the byte \(found) is not UTF-8 here", "save the file as UTF-8, for example with iconv"
      )
    case .number:
      (
        "the number is not written as JSON writes numbers; expected a digit and no leading zero, "
          + "not \(found)", "write for example 0.5, -3 or 1e6"
      )
    case .notANumber:
      (
        "NaN or Infinity stands here, which is no JSON",
        "read it as null with --nan null, or write null for it"
      )
    case .tooDeep:
      ("values are nested deeper than \(JSONScanner.deepest)", "leave out what is nested so deep")
    }
  }
}
