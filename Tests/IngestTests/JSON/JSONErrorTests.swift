import Battles
import Ingest
import Testing

/// Each failure names its line, what was found, and the way out.
@Suite struct JSONErrorTests {
  private let good = #"{"model_a":"x","model_b":"y","winner":"tie"}"#
  private let skip = "correct it, or leave such rows out with --bad-rows skip"

  private func message(_ text: String, _ options: ReadOptions = ReadOptions()) -> String? {
    let error = failure(text, named: "b.jsonl", options)
    #expect(error == nil || error?.kind == .badData)
    return error?.description
  }

  @Test func syntaxNamesLineAndByte() {
    #expect(
      message("\(good)\n{\"model_a\":\"x\",}") == "b.jsonl:2: at byte 61 expected a key in double "
        + "quotes, not \"}\" (no comma stands before the closing })")
    #expect(
      message("[\(good),\n\n \(good),\n]") == "b.jsonl:4: at byte 96 expected a value, not \"]\" "
        + "(texts stand in double quotes; true, false and null in small letters)")
    #expect(
      message("[\(good)\n\(good)]") == "b.jsonl:2: at byte 47 expected a comma or ], not \"{\" "
        + "(check the quotes and commas before it)")
    #expect(
      message("{\"model_a\":\"x\"\n\"model_b\":\"y\"}")?.hasPrefix(
        "b.jsonl:2: at byte 16 expected a comma or }, not \"\\\"\" (") == true)
    #expect(
      message("{\"model_a\" \"x\"}")
        == "b.jsonl:1: at byte 12 expected a colon, not \"\\\"\" (write it between key and value)")
    #expect(
      message("[\(good)] \n,") == "b.jsonl:2: at byte 49 expected the end of the input, not \",\" "
        + "(put all records into one array)")
    #expect(
      message("{\"n\":[1,01]}") == "b.jsonl:1: at byte 10 the number is not written as JSON writes "
        + "numbers; expected a digit and no leading zero, not \"1\" (write for example 0.5, -3 or "
        + "1e6)")
    #expect(
      message("\(good)\n{\"model_a\":\"x\ny\"}") == "b.jsonl:2: at byte 59 a text has the control "
        + "character \"\\n\" in it (close the quote before it, or write the character as \\n, \\t "
        + "or \\u00XX)")
    #expect(
      message("{\"a\":\"12345678\\x\"}") == "b.jsonl:1: at byte 15 the escape that begins here is "
        + "none of JSON's (write a backslash itself as \\\\; after \\u stand four hexadecimal "
        + "digits)")
    let latin = failure(
      Array("{\"a\":\"caf".utf8) + [0xE9] + Array("\"}".utf8), named: "b.jsonl")
    #expect(
      latin?.description == "b.jsonl:1: at byte 10 the byte \"\\xE9\" is not UTF-8 here (save the "
        + "file as UTF-8, for example with iconv)")
  }

  @Test(arguments: ["{\"a\"", "[", "{\"a\":[1,2", "[{\"a\":\"", "{\"a\":1", "{\"data\":[{}],"])
  func anInputThatEndsTooEarly(_ end: String) {
    let error = failure("\n\(end)", named: "b.json")
    #expect(
      error?.description == "b.json:2: at byte \(end.utf8.count + 2) the input ends in the middle "
        + "of a value (check that the file is complete)")
    #expect(failure("\(good)\n\(good.dropLast(3))", named: "b.jsonl")?.kind == .badData)
  }

  @Test func aNeededKeyThatIsNotThere() {
    let text = "\(good)\n{\"model_a\":\"x\",\"model_b\":\"y\",\"winer\":\"tie\"}"
    #expect(
      message(text) == "b.jsonl:2: battles need a winner (or outcome, result), or wins_a and "
        + "wins_b, beside model_a and model_b; it has: model_a, model_b, winer (name it with --columns winner=winer)"
    )
    #expect(message(text, options { $0.badRows = .skip }) == nil)
    #expect(
      message("\(good)\n{}")?.hasPrefix("b.jsonl:2: the record is neither that of battles") == true)
  }

  @Test func aMappedKeyThatIsNotThere() throws {
    #expect(
      message(
        #"{"model_a":"x","model_b":"y","meta":{"vote":"tie"}}"#, try mapping("winner=meta.vot"))
        == "b.jsonl:1: there is no key \"meta.vot\"; it has: model_a, model_b, meta, meta.vote "
        + "(did you mean --columns winner=meta.vote?)")
    #expect(
      message(good, try filters("lang=en"))?.hasPrefix(
        "b.jsonl:1: there is no key \"lang\"; it has: model_a, model_b, winner (") == true)
  }

  @Test func unusableWinners() {
    let bad = #"{"model_a":"x","model_b":"y","winner":"nobody"}"#
    #expect(
      message("\(good)\n\n\(bad)\n\(bad)")
        == "b.jsonl:3: winner is \"nobody\" (2 rows); expected model_a, model_b, tie, … or the name of one "
        + "of the two sides (say what it means: --label='nobody=OUTCOME' with OUTCOME one of a, b, tie, "
        + "both_bad, skip; or set such rows aside with --bad-rows skip)")
    #expect(
      message(#"{"model_a":"x","model_b":"y","winner":true}"#)
        == "b.jsonl: winner can be read in 2 ways: \"true\" = side a (--label='true=a'); or \"true\" = side "
        + "b (--label='true=b')")
  }

  @Test func objectsAndArraysAreNoNames() {
    #expect(
      message(#"{"model_a":{"name":"x"},"model_b":"y","winner":"tie"}"#) == "b.jsonl:1: model_a is "
        + #""{\"name\":\"x\"}"; expected a text (name a key inside it with --columns, such as "#
        + "model_a.KEY; \(skip))")
    #expect(
      message(#"{"model_a":"x","model_b":["y"],"winner":"tie"}"#)?.hasPrefix(
        #"b.jsonl:1: model_b is "[\"y\"]"; expected a text ("#) == true)
    #expect(
      message(#"{"model_a":"x","model_b":"y","winner":{"a":1}}"#)?.hasPrefix(
        #"b.jsonl:1: winner is "{\"a\":1}"; expected a text ("#) == true)
    #expect(
      message(#"{"model_a":null,"model_b":"y","winner":"tie"}"#)
        == "b.jsonl:1: model_a is empty; expected the name of a model (\(skip))")
    #expect(
      message(#"{"model_a":"x\u0000","model_b":"y","winner":"tie"}"#)
        == "b.jsonl:1: model_a is \"x\\u{0}\"; expected a name without NUL bytes (\(skip))")
  }

  @Test func unusableCounts() {
    for (count, shown) in [
      ("null", "empty"), ("-1", "\"-1\""), ("1.5", "\"1.5\""), ("\"\"", "empty"),
      ("[1]", "\"[1]\""),
      (#"{"a":0.5}"#, "\"0.5\""), (#"{"a":"1"}"#, #""{\"a\":\"1\"}""#), ("true", "\"true\""),
      ("9007199254740993", "\"9007199254740993\""),
    ] {
      #expect(
        message(#"{"model_a":"x","model_b":"y","winner":"a","count":"# + count + "}")
          == "b.jsonl:1: count is \(shown); expected a whole number of battles from 0 to 2^53 "
          + "(\(skip))")
    }
  }

  @Test func aNeededKeyTwice() {
    #expect(
      message(#"{"model_a":"x","model_b":"y","winner":"a","w":1,"w":2,"winner":"b"}"#)
        == "b.jsonl:1: the key \"winner\" is there 2 times (write each key of a record once; "
        + "\(skip))")
    #expect(
      message("\(good)\n" + #"{"model_a":"x","model_b":"y","m\u006fdel_a":"z","winner":"a"}"#)
        == "b.jsonl:2: the key \"model_a\" is there 2 times (write each key of a record once; \(skip))"
    )
    #expect(
      message(#"{"model_a":"x","Model_A":"z","model_b":"y","winner":"a"}"#) == nil,
      "a key of the very bytes comes first")
  }

  @Test(arguments: [#"\ud800"#, #"a\udc00"#, #"\ud800\ud800"#, #"\ud800\n"#, #"\ud83dx\ude00"#])
  func halfASurrogatePair(_ text: String) {
    let told = message("\(good)\n{\"winner\":\"tie\",\"model_b\":\"y\",\n\"model_a\":\"\(text)\"}")
    let byte = text.utf8.first == 0x61 ? 89 : 88
    #expect(
      told == "b.jsonl:3: at byte \(byte) half a surrogate pair is escaped here, which is no "
        + "character (write both halves, or the character itself)")
    // Where nobody looks it does no harm.
    #expect(
      message("{\"z\":\"\(text)\",\"model_a\":\"x\",\"model_b\":\"y\",\"winner\":\"a\"}") == nil)
  }

  @Test func recordsThatAreNone() {
    #expect(
      message("[\(good),\n [\"x\"]]") == "b.jsonl:2: the record is \"[\\\"x\\\"]\"; expected an "
        + "object (\(skip))")
    #expect(
      message("[1]", options { $0.badRows = .skip })?.contains("no row could be read") == true)
    #expect(message("[]") == "b.jsonl: it has no records (check that the file is complete)")
    #expect(message("{\"data\":[]}")?.hasPrefix("b.jsonl:1: the record is neither") == true)
    #expect(
      message("{\"data\":[\(good)],\"more\":[\(good)]}")?.isEmpty == false,
      "two arrays of records are not chosen between")
  }

  @Test func badRowsAreCountedAndNamed() throws {
    let text =
      "\(good)\n{\"model_a\":\"x\"}\n7\n\(good)\n{\"model_a\":1,\"model_b\":[],\"winner\":1}"
    let result = try read(text, named: "b.jsonl", options { $0.badRows = .skip })
    #expect(cells(result) == ["x|y|tie|2"])
    #expect(result.report.rows == 5)
    let warning = try #require(result.report.warnings.first { $0.code == .badRows })
    #expect(
      warning.text.hasPrefix(
        "3 rows could not be read: b.jsonl:2: the record is neither that of battles"))
    #expect(warning.text.contains("b.jsonl:3: the record is \"7\"; expected an object"))
    #expect(warning.text.contains("b.jsonl:5: model_b is \"[]\"; expected a text"))
  }
}
