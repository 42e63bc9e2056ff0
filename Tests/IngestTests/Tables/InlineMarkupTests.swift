import Testing

@testable import Ingest

/// The text of a Markdown cell.
@Suite struct InlineMarkupTests {
  @Test(
    arguments: [
      ("plain text", "plain text"), ("**bold**", "bold"), ("__bold__", "bold"),
      ("*slanted*", "slanted"),
      ("***both***", "both"), ("**a** and *b*", "a and b"), ("~~struck~~", "struck"),
      ("snake_case_name", "snake_case_name"), ("_a_b_", "a_b"), ("2 * 3", "2 * 3"),
      ("`code_*x*`", "code_*x*"), ("``a`b``", "a`b"), ("a`b", "a`b"),
      ("[text](https://x.org/a_(b)?c=d)", "text"), ("[**t**](u)", "t"), ("[a] b", "[a] b"),
      ("[a](b", "[a](b"), ("![alt](img.png) x", "alt x"), ("a\\|b \\*c\\*", "a|b *c*"),
      ("a\\b", "a\\b"), ("&amp; &lt;x&gt; &#233;&#xE9; &nope; &", "& <x> éé &nope; &"),
      ("<b>bold</b> <br/>x", "bold  x"), ("<https://x.org>", "https://x.org"),
      ("a < b > c", "a < b > c"),
      ("plus\\_minus", "plus_minus"), ("🥇 **x**", "🥇 x"),
    ])
  func texts(_ source: String, _ text: String) {
    let cell = InlineMarkup.cell(source)
    #expect(cell.marked == text)
    #expect(cell.mark == nil)
  }

  @Test(
    arguments: [
      ("GPT-4*", "GPT-4", "*"), ("GPT-4 †", "GPT-4", "†"), ("**GPT-4**\\*", "GPT-4*", nil),
      ("x**", "x", "**"), ("x[^1]", "x", "[^1]"), ("x<sup>2</sup>", "x", "2"), ("`x*`", "x*", nil),
      ("x¹", "x", "¹"), ("*", "*", nil),
    ] as [(String, String, String?)])
  func marks(_ source: String, _ text: String, _ mark: String?) {
    #expect(InlineMarkup.cell(source) == PastedCell(text, mark: mark))
  }
}
