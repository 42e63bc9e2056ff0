import Battles
import Testing

@testable import Ingest

@Suite struct QuantityTests {
  @Test(
    arguments: [
      ("1.99T", 1.99e12), ("338B", 338e9), ("12K", 12_000), ("1.5k", 1_500), ("7M", 7e6),
      ("-2B", -2e9), ("+3", 3), ("1e3", 1_000), (" 42 ", 42), (".5", 0.5), ("0", 0),
    ] as [(String, Double)])
  func numbersAndMultipliers(text: String, value: Double) {
    let found = Quantity(text)
    #expect(found?.value == value && found?.unit == Quantity.Unit.none)
  }

  @Test func unitsAreKept() {
    #expect(Quantity("12.5%")?.value == 0.125)
    #expect(Quantity("12.5%")?.unit == .percent)
    #expect(Quantity("+303%")?.value == 3.03)
    #expect(Quantity("$3.00")?.value == 3)
    #expect(Quantity("$3.00")?.unit == .currency("$"))
    #expect(Quantity("-€1.5K")?.value == -1_500)
    #expect(Quantity("£1")?.unit != Quantity("¥1")?.unit)
  }

  /// What could be read in two ways is not read at all.
  @Test(arguments: [
    "", "T", "$", "%", "1,234", "1.234.567", "3m", "3b", "3t", "1.99 T", "1TT", "$-3", "--3", "+-3",
    "$$3", "3$", "3%%", "$3%", "5K%", "inf", "nan", "0x10", "1e400", "1e300T", "−3", "n/a", "3 000",
  ])
  func theRestIsRefused(text: String) {
    #expect(Quantity(text) == nil)
  }

  /// A product of 1.005 and 1000 would be 1004.9999999999999, which is another place in an order.
  @Test func multipliersAreExact() {
    #expect(Quantity("1.005K")?.value == 1005 && Quantity("-4.35M")?.value == -4_350_000)
    #expect(Quantity("2e3K") == nil && Quantity("1e3")?.value == 1000)
  }

  private func values(_ text: String) throws(IngestError) -> [Double] {
    try readValues(
      InMemoryFile("v.csv", Array(text.utf8)), value: "v", form: .quantity,
      wording: ValueOptionNames(name: "--other-model ", filter: "--other-where")
    ).column.values
  }

  @Test func aColumnOfThem() throws {
    #expect(try values("model,v\na,1.99T\nb,338B\nc,\"5\"\n") == [1.99e12, 338e9, 5])
    #expect(try values(#"[{"model":"a","v":"2K"},{"model":"b","v":3}]"#) == [2000, 3])
    #expect(
      try values(#"{"model":"a","v":"12%"}"# + "\n" + #"{"model":"b","v":"3%"}"#) == [0.12, 0.03])
  }

  @Test(
    arguments: [
      (
        "model,v\na,$3\nb,€2\n",
        """
        v.csv:3: v is "€2"; expected the unit of the first value, on v.csv:2, which has $ (write all \
        values in one unit)
        """
      ),
      (
        "model,v\na,3\nb,2%\n",
        """
        v.csv:3: v is "2%"; expected the unit of the first value, on v.csv:2, which has no unit (write \
        all values in one unit)
        """
      ),
      (
        "model,v\na,\"1,234\"\n",
        """
        v.csv:2: v is "1,234"; expected a number, such as 12.5, 1.99T, 338B, $3.00 or 12.5% (correct \
        it, or leave the row out with --other-where)
        """
      ),
      (
        "model,v,week\na,1,w1\na,2,w2\n",
        """
        v.csv:3: "a" was there before, on v.csv:2; column 'week' differs: 'w1', 'w2' (choose one with \
        --other-where week=w2)
        """
      ),
      (
        "who,v\na,1\n",
        """
        v.csv:1: there is no column for the model (one of model, model_name, name, key); it has: \
        who, v (name it with --other-model COLUMN)
        """
      ),
    ] as [(String, String)])
  func failures(text: String, description: String) {
    let error = #expect(throws: IngestError.self) { try values(text) }
    #expect(error?.description == description)
    #expect(error?.kind == .badData)
  }

  /// Where plain numbers are asked for nothing else is taken.
  @Test func ratingsStayPlain() {
    #expect(throws: IngestError.self) {
      try readValues(InMemoryFile("v.csv", Array("model,rating\na,1K\n".utf8)))
    }
  }
}
