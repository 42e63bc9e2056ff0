import Battles
import Ingest
import Testing

/// Records of battles in JSON: keys in any order, nested values, and values that are not texts.
@Suite struct JSONRecordTests {
  private let expected = ["x|y|model_a|2", "y|x|tie|1"]

  @Test(
    arguments: [
      // JSON Lines, with and without a line end, blank lines, CRLF.
      #"{"model_a":"x","model_b":"y","winner":"model_a"}"# + "\n"
        + #"{"model_a":"x","model_b":"y","winner":"model_a"}"# + "\r\n\n"
        + #"{"model_a":"y","model_b":"x","winner":"tie"}"#,
      // Another order of keys in each record, and keys that nobody asked for.
      #"{"winner":"model_a","model_b":"y","model_a":"x"}"# + "\n"
        + #"{"id":1,"model_b":"y","winner":"model_a","z":[{"a":{}}],"model_a":"x"}"# + "\n"
        + #"{"model_b":"x","model_a":"y","winner":"tie"}"# + "\n",
      // An array, a wrapper, concatenated values and pretty printing.
      #"[{"model_a":"x","model_b":"y","winner":"model_a","count":2},"#
        + #"{"model_a":"y","model_b":"x","winner":"tie"}]"#,
      "\u{FEFF} \n {\"version\": 3, \"data\" : [\n  {\"model_a\": \"x\",\n\t\"model_b\": \"y\",\n"
        + "  \"count\": \"2\", \"winner\": \"a\"},\n {\"model_a\":\"y\",\"model_b\":\"x\","
        + "\"outcome\":\"tie\"}\n], \"note\": {\"data\": []}} \n",
      #"{"model_a":"x","model_b":"y","result":1,"count":2.0}{"left":"y","right":"x","result":0.5}"#,
      // Names with escapes, and keys with escapes.
      #"{"model_a":"\u0078","model_b":"y","winner":"model\u005fa"}"#
        + #"{"m\u006fdel_a":"x","model_b":"\u0079","winner":"\u006dodel_a"}"#
        + #"{"model_b":"x","model_a":"y","winner":"t\u0069e"}"#,
      // Wins in two columns.
      #"[{"model_a":"x","model_b":"y","wins_a":2,"wins_b":0},"#
        + #"{"model_a":"y","model_b":"x","wins_a":0,"wins_b":0,"ties":1}]"#,
    ])
  func theSameBattles(_ text: String) throws {
    for size in [1, 2, 3, 7, 64, 1 << 16] {
      #expect(cells(try read(text, windowSize: size)) == expected, "window of \(size)")
    }
  }
}
