import Reporting

/// Text for standard error, which may quote names from files that anyone may write.
enum PlainText {
  /// `text` in one line, its control characters written out, its middle left out where it is long.
  static func of(_ text: String) -> String {
    PrintableName.shortened(PrintableName.visible(text), to: 2000)
  }
}
