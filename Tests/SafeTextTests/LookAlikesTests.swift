import Testing

@testable import SafeText

struct LookAlikesTests {
  @Test(arguments: [
    ("gpt-4", "gpt\u{200B}-4"), ("gpt-4", "GPT-4"),
    ("gpt-4", "g\u{AD}pt\u{FEFF}-4"),
    ("gpt-4", "\u{FEFF}gpt-\u{E0034}4"), ("ü", "u\u{308}"), ("a b", "a\u{A0}\u{3164}b"),
    ("heart❤", "heart❤\u{FE0F}"),
  ])
  func hiddenCharactersAndCaseAreFolded(first: String, second: String) {
    #expect(LookAlikes.visibleKey(first) == LookAlikes.visibleKey(second))
    #expect(LookAlikes.lookKey(first) == LookAlikes.lookKey(second))
  }

  /// Of which some capitals look like Latin letters and some small letters do.
  @Test func otherScriptsHaveCase() {
    #expect(LookAlikes.visibleKey("модель") == LookAlikes.visibleKey("МОДЕЛЬ"))
  }

  @Test(arguments: [
    ("gpt-4o", "gрt-4о"), ("claude", "сlаudе"), ("xai", "хаі"), ("Kimi", "Κimi"), ("GPT", "ＧＰＴ"),
    ("GPT", "𝐆𝐏𝐓"), ("llama-3", "llama‑３"), ("o3", "о𝟑"), ("naïve", "nаїve"), ("BERT", "ВЕRТ"),
    ("it's", "it’s"), ("gemini", "gеmіnı"), ("MAX", "МАХ"), ("nova", "nονα"),
  ])
  func lettersThatLookAlikeAreFolded(latin: String, other: String) {
    #expect(LookAlikes.visibleKey(latin) != LookAlikes.visibleKey(other))
    #expect(LookAlikes.lookKey(latin) == LookAlikes.lookKey(other))
  }

  /// Names that differ to the eye, or in ASCII alone, are names of their own.
  @Test(arguments: [
    ("o1", "ol"), ("gpt-4o", "gpt-40"), ("a", "b"), ("модель", "модем"), ("qwen", "qwen2"),
    ("é", "e"),
    ("通义", "通又"), ("ж", "x"), ("gpt-4", "gpt4"), ("gpt_4", "gpt-4"),
  ])
  func othersAreNot(first: String, second: String) {
    #expect(LookAlikes.lookKey(first) != LookAlikes.lookKey(second))
  }

  @Test func twinsAreSeenAndBeyondASCII() {
    for (twin, letter) in LookAlikes.twins {
      #expect(!twin.isASCII && letter.isASCII, "\(twin)")
      #expect(!HiddenScalars.isHidden(twin), "\(twin)")
    }
  }

  @Test(arguments: [
    ("gpt-4", "gрt-4", "gpt-4", "g\\u{440}t-4"), ("é", "e\u{301}", "\\u{E9}", "e\\u{301}"),
    ("модель-а", "модель-a", "модель-\\u{430}", "модель-a"),
    ("gpt-4", "gpt\u{200B}-4", "gpt-4", "gpt\\u{200B}-4"), ("Alder", "alder", "Alder", "alder"),
  ])
  func whatTellsThemApartIsWrittenOut(_ a: String, _ b: String, _ first: String, _ second: String) {
    let shown = LookAlikes.toldApart(a, b)
    #expect(Array(shown.0.utf8) == Array(first.utf8) && Array(shown.1.utf8) == Array(second.utf8))
  }
}
