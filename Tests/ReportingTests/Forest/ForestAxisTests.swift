import SafeText
import Testing

@testable import Reporting

struct ForestAxisTests {
  private func span(
    _ estimate: Double, _ half: Double, setsScale: Bool = true
  ) -> ForestPlot.Span {
    ForestPlot.Span(
      estimate: estimate, lower: estimate - half, upper: estimate + half, setsScale: setsScale)
  }

  @Test func theRangeHoldsAllIntervalsOfModelsWithARank() {
    let spans = [span(1000, 10), span(1100, 20), span(1050, 3000, setsScale: false)]
    #expect(ForestPlot(spans: spans).range == 990...1120)
    #expect(ForestPlot(spans: [spans[2]]).range == -1950...4050)
    #expect(ForestPlot(spans: spans, reference: 0).range == 0...1120)
  }

  /// 100 points lie between the estimates; half of that beyond them is the most.
  @Test func oneHugeIntervalDoesNotSqueezeTheOthers() {
    let spans = [span(1000, 10), span(1100, 20), span(1050, 3000)]
    #expect(ForestPlot(spans: spans).range == 940...1160)
    let infinite = ForestPlot.Span(
      estimate: 1050, lower: -.infinity, upper: .infinity, setsScale: true)
    #expect(ForestPlot(spans: [span(1000, 10), span(1100, 10), infinite]).range == 950...1150)
  }

  @Test func equalEstimatesStillHaveARange() {
    #expect(ForestPlot(spans: [span(1000, 5), span(1000, 8)]).range == 992...1008)
    #expect(ForestPlot(spans: [span(1000, 0)]).range == nil)
    #expect(ForestPlot(spans: [span(.nan, 1)]).range == nil)
    #expect(ForestPlot(spans: []).range == nil)
    let unknown = ForestPlot.Span(estimate: 1, lower: .nan, upper: 2, setsScale: true)
    #expect(ForestPlot(spans: [unknown]).range == nil)
    #expect(ForestPlot(spans: [unknown, span(1000, 5)]).range == 995...1005)
  }

  @Test func ticksAreRoundAndKeepTheirDistance() {
    for lower in [-1234.5, -3.2, 0, 7.7, 981, 12_345] {
      for length in [0.0031, 0.4, 1, 9.5, 23, 160, 777, 6000] {
        for columns in [20, 37, 118] {
          let range = lower...(lower + length)
          let axis = ForestAxis(range: range, columns: columns)
          #expect(axis.ticks.count <= 13)
          if columns > 36 { #expect(!axis.ticks.isEmpty, "\(range)") }
          for tick in axis.ticks {
            #expect((0..<columns).contains(tick.column))
            let digits = tick.label.map { $0 == "−" ? "-" : String($0) }.joined()
            let value = Double(digits) ?? .nan
            let place = (value - lower) / length * Double(columns - 1)
            // Half a column, and what the binary arithmetic of the test adds to it.
            #expect(abs(place - Double(tick.column)) <= 0.5 + 1e-6)
          }
          let column = ForestColumn(axis: axis, reference: nil, style: TerminalStyle())
          let heading = column.heading()
          #expect(DisplayWidth.of(heading) <= columns)
          #expect(heading.split(separator: " ").map(String.init) == axis.ticks.map(\.label))
        }
      }
    }
  }

  @Test(arguments: [
    (1050.0, 1020.0, 1080.0, "  ├──●──┤"), (1050, 1050, 1050, "     ●"),
    (1050, 1040, 1060, "    ├●┤"), (1050, 1050, 1060, "     ●┤"), (1050, 900, 1200, "‹────●────›"),
    (900, 800, 1020, "‹─┤"), (1200, 1080, 1300, "        ├─›"), (900, 800, 950, "‹"),
    (1200, 1150, 1300, "          ›"), (1000, -.infinity, .infinity, "‹─────────›"),
    (.nan, 1000, 1100, ""), (1000, 1000, 1100, "●─────────┤"),
  ])
  func intervals(estimate: Double, lower: Double, upper: Double, text: String) {
    let axis = ForestAxis(range: 1000...1100, columns: 11)
    let bare = ForestAxis(range: axis.range, columns: 11)
    let column = ForestColumn(axis: bare, reference: nil, style: TerminalStyle())
    let span = ForestPlot.Span(estimate: estimate, lower: lower, upper: upper, setsScale: false)
    var drawn = column.line(span, .plain).map { $0 == "┊" ? " " : String($0) }.joined()
    while drawn.last == " " { drawn.removeLast() }
    #expect(drawn == text)
    let ascii = ForestColumn(
      axis: bare, reference: nil, style: TerminalStyle(characters: .ascii))
    #expect(ascii.line(span, .plain).unicodeScalars.allSatisfy { $0.isASCII })
  }

  /// Whether an interval crosses 0 is what a reader of gaps looks for.
  @Test func aBarThatCrossesTheReferenceShowsIt() {
    let axis = ForestAxis(range: -50...50, columns: 11)
    let unicode = ForestColumn(axis: axis, reference: 0, style: TerminalStyle())
    let ascii = ForestColumn(axis: axis, reference: 0, style: TerminalStyle(characters: .ascii))
    let crossing = ForestPlot.Span(estimate: 20, lower: -20, upper: 50, setsScale: true)
    #expect(unicode.line(crossing, .plain).hasSuffix("├─┼─●──┤"))
    #expect(ascii.line(crossing, .plain).hasSuffix("|-+-o--|"))
    let above = ForestPlot.Span(estimate: 30, lower: 20, upper: 40, setsScale: true)
    #expect(unicode.line(above, .plain).contains("│ ├●┤"))
    #expect(ascii.line(above, .plain).contains(": |o|"))
    let near = ForestPlot.Span(estimate: 22, lower: 4, upper: 40, setsScale: true)
    #expect(unicode.line(near, .plain).contains(" ├─●─┤"))
    let barely = ForestPlot.Span(estimate: 18, lower: -4, upper: 40, setsScale: true)
    #expect(unicode.line(barely, .plain).contains(" ┼─●─┤"))
  }
}
