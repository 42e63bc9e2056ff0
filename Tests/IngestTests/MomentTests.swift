import Testing

@testable import Ingest

@Suite struct MomentTests {
  /// Each comes before the next.
  @Test(
    arguments: [
      [
        "0001", "1999-12-31T23:59:60", "2024", "2024-02", "2024-02-29", "2024-02-29T00:00",
        "2024-02-29T00:00:00", "2024-02-29 00:00:00.25", "2024-02-29T00:01", "2024-02-29T01:00",
        "2024-03", "2024-03-01", "9999-12-31",
      ],
      ["2023.12.31", "2024.??.??", "2024.02.??", "2024.02.29", "2024.02.29 08:00", "2024-03-01"],
      ["2024-02-29T08:00Z", "2024-02-29T08:00:01+00:00", "2024-02-29T08:00:02-0000"],
      ["2024-02-29T08:00+05:30", "2024-02-29T08:00:01+0530"],
    ])
  func order(_ texts: [String]) throws {
    let moments = try texts.map { try #require(Moment($0, format: nil), "\($0)") }
    for (index, first) in moments.enumerated() {
      for (other, second) in moments.enumerated() {
        let expected = index < other ? -1 : index > other ? 1 : 0
        #expect(first.order(from: second) == expected, "\(texts[index]) and \(texts[other])")
      }
    }
  }

  @Test func oneMomentInSeveralSpellings() throws {
    for (one, two, format) in [
      ("2024-12-31T08:05:00", "2024-12-31 08:05:00.000", nil),
      ("2024-12-31T08:05:00.5", "2024-12-31T08:05:00.500", nil),
      ("2024-12-31", "2024.12.31", nil), ("2024", "2024.??.??", nil),
      ("2024-12", "2024.12.??", nil),
      ("2024-12-31", "31/12/2024", .dayMonthYear), ("2024-12-31", " 31.12.2024 ", .dayMonthYear),
      ("2024-12-01", "1-12-2024", .dayMonthYear), ("2024-12-01", "12/1/2024", .monthDayYear),
      ("2024-12-01T08:05", "12/01/2024 8:05", .monthDayYear),
      ("2024-12-01T08:05:09Z", "12/01/2024T08:05:09Z", .monthDayYear),
    ] as [(String, String, DateFormat?)] {
      let first = try #require(Moment(one, format: format), "\(one)")
      let second = try #require(Moment(two, format: format), "\(two)")
      #expect(first == second, "\(one) and \(two)")
      #expect(first.order(from: second) == 0)
    }
  }

  @Test(
    arguments: [
      "", "24", "202", "20240", "2024-", "2024-1", "2024-00", "2024-13", "2024-01-", "2024-01-1",
      "2024-01-00", "2024-01-32", "2023-02-29", "1900-02-29", "2024-04-31", "2024-01-01T",
      "2024-01-01T8:00", "2024-01-01T24:00", "2024-01-01T08", "2024-01-01T08:60",
      "2024-01-01T08:00:61", "2024-01-01T08:00:0", "2024-01-01T08:00:00.", "2024-01-01  08:00",
      "2024-01-01t08:00", "2024-01-01T08:00z", "2024-01-01T08:00+2", "2024-01-01T08:00+24",
      "2024-01-01T08:00+02:60", "2024-01-01T08:00Z ago", "2024-01T08:00", "2024/01/01", "2024.5",
      "2024.05", "2024.5.6", "2024.02.30", "2024.13.01", "2024.??.01", "2024.12", "2024.1?.01",
      "2024.12.?",
      "2024.12.?? 08:00", "????.??.??", "2024.00.01",
      "31/12/2024", "1e10", "soon",
    ])
  func noDates(_ text: String) {
    #expect(Moment(text, format: nil) == nil)
  }

  @Test(
    arguments: [
      "31/12/24", "31/13/2024", "32/12/2024", "0/1/2024", "1/0/2024", "31/12.2024", "31 12 2024",
      "1//2024", "1/2/20245", "1/2/2024 8", "1/2/2024 8:5", "1/2/2024 3:07 PM", "29/2/2023", "1/2",
    ])
  func noDatesInAnyFormat(_ text: String) {
    #expect(Moment(text, format: .dayMonthYear) == nil)
  }

  @Test func theCalendarIsThatOfTheFormat() {
    #expect(Moment("12/31/2024", format: .dayMonthYear) == nil)
    #expect(Moment("31/12/2024", format: .monthDayYear) == nil)
    #expect(Moment("29/2/2024", format: .dayMonthYear) != nil)
    #expect(Moment("29.2.2000", format: .dayMonthYear) != nil)
  }

  @Test func timesOfDifferentClocksHaveNoOrder() throws {
    let utc = try #require(Moment("2024-01-01T08:00Z", format: nil))
    for text in ["2024-01-01T08:00", "2024-01-01T08:00+02:00", "2025-01-01T08:00-00:30"] {
      let other = try #require(Moment(text, format: nil))
      #expect(utc.order(from: other) == nil && other.order(from: utc) == nil)
    }
    let day = try #require(Moment("2024-01-01", format: nil))
    #expect(utc.order(from: day) == 1 && day.order(from: utc) == -1)
  }
}
