import Testing

@testable import SafeText

struct VisibleTextTests {
  @Test(arguments: [
    ("plain-name", "plain-name"), ("two\nlines", "two\\nlines"), ("tab\there", "tab\\there"),
    ("cr\r\nlf", "cr\\r\\nlf"), ("\u{1B}[31mred", "\\u{1B}[31mred"), ("del\u{7F}", "del\\u{7F}"),
    ("c1\u{9B}31m", "c1\\u{9B}31m"), ("evil\u{202E}gpj", "evil\\u{202E}gpj"),
    ("iso\u{2067}x\u{2069}", "iso\\u{2067}x\\u{2069}"), ("zero\u{200B}width", "zero\\u{200B}width"),
    ("\u{2028}", "\\u{2028}"), ("", ""), ("👩‍👩‍👧 ü", "👩‍👩‍👧 ü"), ("\u{FEFF}bom", "\\u{FEFF}bom"),
    ("no\u{A0}break", "no\\u{A0}break"), ("blank\u{2800}", "blank\\u{2800}"),
    ("\u{E000}", "\\u{E000}"), ("\u{FFFF}", "\\u{FFFF}"), ("back\\slash", "back\\slash"),
  ])
  func writesOutWhatCannotBeSeen(name: String, visible: String) {
    #expect(Array(VisibleText.of(name).utf8) == Array(visible.utf8))
  }

  /// Between letters none of them is seen, and each makes another name.
  @Test func nothingThatUnicodeIgnoresIsLeftOut() {
    let named: [ClosedRange<UInt32>] = [
      0xAD...0xAD, 0x34F...0x34F, 0x61C...0x61C, 0x115F...0x1160, 0x180B...0x180F, 0x200B...0x200F,
      0x202A...0x202E, 0x2060...0x206F, 0x3164...0x3164, 0xFE00...0xFE0F, 0xFEFF...0xFEFF,
      0xFFA0...0xFFA0, 0xE0000...0xE007F, 0xE0100...0xE01EF,
    ]
    for value in named.joined() {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(
        VisibleText.of("gpt\(scalar)-4") == "gpt\\u{\(String(value, radix: 16, uppercase: true))}-4"
      )
    }
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isDefaultIgnorableCodePoint else {
        continue
      }
      #expect(HiddenScalars.isHidden(scalar), "\(value)")
    }
  }

  /// Emoji, flags, keycaps and scripts that are written joined are what they are.
  @Test(arguments: [
    "❤\u{FE0F}", "☎\u{FE0E}", "1\u{FE0F}\u{20E3}", "🏳\u{FE0F}\u{200D}🌈", "👩🏽\u{200D}🚀",
    "👩🏽\u{200D}❤\u{FE0F}\u{200D}💋\u{200D}👨🏽", "🇩🇪",
    "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}",
    "می\u{200C}خواهم", "क्\u{200D}ष", "שלום", "\u{600}١٢", "全角\u{3000}空白", "u\u{308}", "ﷺ", "한글",
  ])
  func whatPeopleNeedStays(name: String) {
    #expect(Array(VisibleText.of(name).utf8) == Array(name.utf8))
  }

  @Test(arguments: [
    ("a\u{FE0F}", "a\\u{FE0F}"), ("1\u{FE0F}", "1\\u{FE0F}"), ("a\u{200D}b", "a\\u{200D}b"),
    ("🤖\u{200D}", "🤖\\u{200D}"), ("a\u{200D}🤖", "a\\u{200D}🤖"), ("a\u{200C}", "a\\u{200C}"),
    ("❤\u{FE0F}\u{FE0F}", "❤\u{FE0F}\\u{FE0F}"), ("🏴\u{E0061}\u{E007F}", "🏴\\u{E0061}\\u{E007F}"),
    // A mark without a base would sit on what stands before the name.
    ("\u{301}x", "\\u{301}x"), ("a\u{200B}\u{301}", "a\\u{200B}\\u{301}"),
  ])
  func elsewhereTheSameCharactersAreWrittenOut(name: String, visible: String) {
    #expect(Array(VisibleText.of(name).utf8) == Array(visible.utf8))
  }

  @Test func aClusterWithoutEndIsWrittenOut() {
    let visible = VisibleText.of("a" + String(repeating: "\u{301}", count: 20))
    #expect(
      Array(visible.unicodeScalars.prefix(16)) == ["a"] + Array(repeating: "\u{301}", count: 15))
    #expect(visible.hasSuffix("\\u{301}\\u{301}\\u{301}\\u{301}\\u{301}"))
  }

  @Test(
    arguments: [
      ([0x61, 0xFF, 0x62], "a\\xFFb"), ([0xC3], "\\xC3"), ([0xE2, 0x80, 0x8B], "\\u{200B}"),
      ([0xC3, 0xA9], "é"), ([0xED, 0xA0, 0x80], "\\xED\\xA0\\x80"), ([0x9B], "\\x9B"),
      ([0x0A, 0x80], "\\n\\x80"),
    ] as [([UInt8], String)])
  func bytesThatAreNoTextAreWrittenOut(bytes: [UInt8], visible: String) {
    #expect(VisibleText.of(bytes: bytes) == visible)
  }
}
