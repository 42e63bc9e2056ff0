import SafeText

/// Text for standard error, which may quote names from files that anyone may write.
enum PlainText {
  /// `text` in one line, what cannot be seen written out, its middle left out where it is long.
  ///
  /// Whoever mentions a name makes it visible and short by `Mention`; this is for what was forgotten.
  static func of(_ text: String) -> String {
    Shortening.shortened(VisibleText.of(text), to: 2000)
  }
}
