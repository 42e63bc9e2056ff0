import Battles
import Ingest
import Testing

/// Conditions that ask for an order: of numbers, or of dates.
@Suite struct OrderFilterTests {
  private func options(
    _ conditions: [String], _ format: DateFormat? = nil, badRows: BadRowPolicy = .stop
  ) throws -> ReadOptions {
    try IngestTests.options {
      $0.filters = try conditions.map { try RowFilter(parsing: $0) }
      $0.dateFormat = format
      $0.badRows = badRows
    }
  }

  /// The rows of a column `d` that pass, each as the number of its battles: 1, 2, 4 and so on.
  private func kept(
    _ values: [String], _ condition: String, _ format: DateFormat? = nil
  ) throws -> [String] {
    let rows = values.enumerated().map { "x,y,a,\(1 << $0.offset),\($0.element)\n" }
    let result = try read(
      "model_a,model_b,winner,count,d\n" + rows.joined(), options([condition], format))
    let count = battles(result)?.battleCount ?? 0
    #expect(result.report.rows == values.count)
    return values.enumerated().filter { count & 1 << $0.offset != 0 }.map(\.element)
  }

  /// The message about a row of a column `d` with `value` behind one that passes.
  private func message(
    _ first: String, _ value: String, _ condition: String, _ format: DateFormat? = nil
  ) throws -> String? {
    failure(
      "model_a,model_b,winner,d\nx,y,a,\(first)\nx,y,b,\(value)\n",
      try options([condition], format))?.description
  }

  @Test func isoDates() throws {
    let days = ["2026-04-29", "2026-04-30", "2026-05-01", "2027", "2026-04", "1999-12-31"]
    #expect(try kept(days, "d<2026-04-30") == ["2026-04-29", "2026-04", "1999-12-31"])
    #expect(try kept(days, "d<=2026-04-30").contains("2026-04-30"))
    #expect(try kept(days, "d>2026-04-30") == ["2026-05-01", "2027"])
    #expect(
      try kept(days, "d>=2026-04") == ["2026-04-29", "2026-04-30", "2026-05-01", "2027", "2026-04"])
    // A day comes before all its times, as its text does.
    let times = ["2026-04-30", "2026-04-30T00:00", "2026-04-30 12:30:05", "2026-05-01T00:00:00.5Z"]
    #expect(try kept(times, "d<=2026-04-30") == ["2026-04-30"])
    #expect(try kept(times, "d<2026-05-01") == Array(times.prefix(3)))
    #expect(try kept(Array(times.prefix(3)), "d>2026-04-30T12:30") == ["2026-04-30 12:30:05"])
  }

  @Test func datesInTwoOrders() throws {
    // Read as texts, the second one would come last.
    let days = ["31/12/2024", "1.2.2025", "02-01-2025 7:05", "2025-03-01"]
    #expect(try kept(days, "d>=01/01/2025", .dayMonthYear) == Array(days.dropFirst()))
    #expect(try kept(days, "d<2025-02", .dayMonthYear) == ["31/12/2024", "02-01-2025 7:05"])
    let american = ["12/31/2024", "2/1/2025", "01-02-2025 7:05:09.25"]
    #expect(
      try kept(american, "d>1/1/2025", .monthDayYear) == ["2/1/2025", "01-02-2025 7:05:09.25"])
    #expect(
      try kept(american, "d>1/2/2025", .monthDayYear) == ["2/1/2025", "01-02-2025 7:05:09.25"])
    #expect(try kept(american, "d>=2/1/2025", .monthDayYear) == ["2/1/2025"])
  }

  @Test func emptyValuesDoNotPass() throws {
    for empty in ["", " ", "\"\""] {
      #expect(try kept(["5", empty], "d<10") == ["5"])
      #expect(try kept(["5", empty], "d>-10") == ["5"])
      #expect(try kept(["2026-05-01", empty], "d<=2027-01") == ["2026-05-01"])
    }
    let json =
      #"[{"model_a":"x","model_b":"y","winner":"a","d":null},"#
      + #"{"model_a":"x","model_b":"y","winner":"b","d":3}]"#
    #expect(cells(try read(json, options(["d<5"]))) == ["x|y|model_b|1"])
  }

  @Test func aYearIsANumberAndADate() throws {
    #expect(try kept(["2023", "2024", "2025"], "d>=2024") == ["2024", "2025"])
    #expect(try kept(["17", "2024", "2025.5"], "d>=2024") == ["2024", "2025.5"])
    #expect(try kept(["2023-12-31", "2024-01", "2024"], "d>=2024") == ["2024-01", "2024"])
    let usual = "(correct it, or compare with = or !=, or leave such rows out with --bad-rows skip)"
    #expect(
      try message("17", "2024-01-01", "d<2024")
        == "battles.csv:3: d is \"2024-01-01\"; expected a number to order by, as --where 'd < 2024' asks "
        + usual)
    #expect(
      try message("2024-01-01", "17", "d>=2024")
        == "battles.csv:3: d is \"17\"; expected a date such as 2024-12-31 to order by, as --where "
        + "'d >= 2024' asks " + usual)
    #expect(
      try message("2024", "many", "d>=2024")?.contains(
        "expected a number or a date such as 2024-12-31 to order by") == true)
    // Rows that do not pass this very condition settle what the column has, too.
    #expect(
      try message("17", "2024-05-01", "d>=2024")?.contains("expected a number to order by") == true)
    // A row that another condition leaves out does not.
    let text =
      "model_a,model_b,winner,d\nx,y,tie,2023\nx,y,a,17\nx,y,b,2024-05-01\nx,y,tie,2023-05-01\n"
    for conditions in [["winner!=a", "d>2024"], ["d>2024", "winner!=a"]] {
      #expect(try cells(text, options(conditions)) == ["x|y|model_b|1"])
    }
  }

  @Test(
    arguments: [
      ("5", "many", "d<10", "a number"), ("5", "2024-05-01", "d<10", "a number"),
      ("2026-01-01", "17", "d<2027-01", "a date such as 2024-12-31"),
      ("2026-01-01", "soon", "d<2027-01", "a date such as 2024-12-31"),
      ("2026-01-01", "2026-02-30", "d<2027-01", "a date such as 2024-12-31"),
      ("2026-01-01", "2026-01-01T24:00", "d<2027-01", "a date such as 2024-12-31"),
    ])
  func valuesWithoutAnOrder(
    _ first: String, _ value: String, _ condition: String, _ expected: String
  ) throws {
    let shown = condition.split(separator: "<").joined(separator: " < ")
    #expect(
      try message(first, value, condition)
        == "battles.csv:3: d is \"\(value)\"; expected \(expected) to order by, as --where '\(shown)' "
        + "asks (correct it, or compare with = or !=, or leave such rows out with --bad-rows skip)")
  }

  @Test func offsetsThatDiffer() throws {
    let told =
      "expected a time with the condition's offset from UTC to order by, as --where 'd > "
      + "2026-01-01T00:00Z' asks (write the condition with the offset of the values, or as a date "
      + "without a time)"
    for value in ["2026-01-01T05:00+02:00", "2026-01-01T05:00"] {
      #expect(
        try message("2026-01-01T01:00Z", value, "d>2026-01-01T00:00Z")
          == "battles.csv:3: d is \"\(value)\"; " + told)
    }
    let same = [
      "2026-01-01T05:00Z", "2026-01-01 06:00+00:00", "2026-01-01T07:00-0000", "2026-01-01",
    ]
    #expect(try kept(same, "d>2026-01-01T05:30Z") == Array(same[1...2]))
    // A day without a time has no offset that could differ.
    let others = ["2026-01-01T23:00+02:00", "2026-01-02T01:00-05", "2026-01-02"]
    #expect(try kept(others, "d>=2026-01-02") == Array(others[1...]))
  }

  @Test func valuesInAnotherNotation() throws {
    #expect(
      try message("2026-01-01", "31/12/2024", "d>2025-01-01")?.hasSuffix(
        "asks (say with --date-format dmy that the day comes before the month, or with --date-format "
          + "mdy that the month comes first)") == true)
    #expect(
      try message("31/12/2025", "12/31/2024", "d>1/1/2025", .dayMonthYear)
        == "battles.csv:3: d is \"12/31/2024\"; expected a date such as 31/12/2024 to order by, as "
        + "--where 'd > 1/1/2025' asks (write --date-format mdy where the month comes first)")
    #expect(
      try message("12/31/2025", "31/12/2024", "d>1/1/2025", .monthDayYear)?.hasSuffix(
        "(write --date-format dmy where the day comes first)") == true)
  }

  @Test(
    arguments: [
      (
        "d>=foo", nil,
        "\"foo\"; expected a number, or a date such as 2024-12-31 (compare texts with = or !=)"
      ),
      (
        "d <", nil,
        "nothing; expected a number, or a date such as 2024-12-31 (compare texts with = or !=)"
      ),
      (
        "d>=1/1/2025", nil,
        "\"1/1/2025\"; expected a number, or a date such as 2024-12-31 (say with --date-format dmy that "
          + "the day comes before the month, or with --date-format mdy that the month comes first)"
      ),
      (
        "d>=12/31/2025", .dayMonthYear,
        "\"12/31/2025\"; expected a number, or a date such as 2024-12-31 or 31/12/2024 (write "
          + "--date-format mdy where the month comes first)"
      ),
      (
        "d>=1/1/25", .monthDayYear,
        "\"1/1/25\"; expected a number, or a date such as 2024-12-31 or 12/31/2024 (compare texts with = "
          + "or !=)"
      ),
    ] as [(String, DateFormat?, String)])
  func conditionsWithoutAnOrder(
    _ condition: String, _ format: DateFormat?, _ told: String
  ) throws {
    // Before anything is read: the file is broken.
    let error = failure("a\n", try options([condition], format))
    #expect(error?.kind == .usage)
    #expect(error?.description.hasPrefix("--where 'd ") == true)
    #expect(
      error?.description.hasSuffix("' orders by " + told) == true, "\(error?.description ?? "")")
  }

  @Test func rowsWithoutAnOrderAreSkipped() throws {
    let text = "model_a,model_b,winner,d\nx,y,a,5\nx,y,b,many\nx,y,tie,50\n"
    let result = try read(text, options(["d<10"], badRows: .skip))
    #expect(cells(result) == ["x|y|model_a|1"])
    #expect(
      result.report.setAside == [SetAside(.filtered, count: 1), SetAside(.badRow, count: 1)])
    #expect(
      result.report.warnings.first?.text.hasPrefix(
        "1 row could not be read: battles.csv:3: d is \"many\"; expected a number") == true)
  }

  /// A row that another condition leaves out needs no order.
  @Test func rowsThatAreLeftOutNeedNoOrder() throws {
    let text = "model_a,model_b,winner,d\nx,y,a,5\nx,y,b,many\n"
    for conditions in [["winner=a", "d<10"], ["d<10", "winner=a"]] {
      let result = try read(text, options(conditions))
      #expect(cells(result) == ["x|y|model_a|1"])
      #expect(result.report.setAside == [SetAside(.filtered, count: 1)])
    }
  }

  @Test func aColumnOfValuesHasNoRowsToSkip() throws {
    let error = #expect(throws: IngestError.self) {
      try readValues(
        InMemoryFile("v.csv", Array("model,rating,d\na,1,2/1/2025\nb,2,x\n".utf8)),
        filters: [try RowFilter(parsing: "d>1/1/2025", option: "--other-where")],
        dateFormat: .dayMonthYear)
    }
    #expect(
      error?.description
        == "v.csv:3: d is \"x\"; expected a date such as 31/12/2024 to order by, as --other-where 'd > "
        + "1/1/2025' asks (correct it, or compare with = or !=)")
  }
}
