import Battles
import CommandLineKit
import EloNumerics
import KernelTypes
import Simulation
import Threads

/// How a battle log is written.
enum LogForm: String, ArgumentValue, CaseIterable {
  case csv
  case jsonl
}

/// The battles of an arena as a log: eight columns of which three bear on ratings, about a hundred
/// bytes a row as CSV and 185 as JSON Lines, as public logs have.
struct BattleLog: Sendable {
  private let arena: Arena
  private let form: LogForm
  private let names: [[UInt8]]
  /// What stands before each field, and after the last one.
  private let marks: [[UInt8]]

  init(_ arena: Arena, _ form: LogForm) {
    self.arena = arena
    self.form = form
    names = arena.names.map { Array($0.utf8) }
    let texts =
      switch form {
      case .csv: [""] + [String](repeating: ",", count: 7) + ["\n"]
      case .jsonl:
        [
          #"{"model_a":""#, #"","model_b":""#, #"","winner":""#, #"","judge":""#, #"","turn":"#,
          #","anony":"#, #","language":""#, #"","tstamp":"#, "}\n",
        ]
      }
    marks = texts.map { Array($0.utf8) }
  }

  /// Writes the log to `path`.
  ///
  /// - Throws: `OutputError`.
  func write(to path: String, threads: Int) throws(OutputError) {
    let rows = arena.simulation.options.battles
    var file = try OutputFile(FilePath(path))
    if form == .csv {
      try file.write("model_a,model_b,winner,judge,turn,anony,language,tstamp\n")
    }
    // So many at a time that few megabytes wait to be written.
    let piece = 8192
    var start = 0
    while start < rows {
      let first = start
      let pieces = inParallel(over: threads, threads: threads) { worker in
        let low = min(rows, first + worker * piece)
        return text(low..<min(rows, low + piece))
      }
      for text in pieces { try file.write(text) }
      start += threads * piece
    }
    try file.commit()
  }

  /// The lines of the battles in `range`.
  func text(_ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count * 192)
    for index in range { append(index, &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func append(_ index: Int, _ bytes: inout [UInt8]) {
    let simulation = arena.simulation
    let battle = simulation.battle(index)
    var stream = RandomStream(seed: simulation.options.seed, purpose: .testing, index: index)
    let turn = 1 + stream.next().leadingZeroBitCount / 2
    let language = simulation.language(index, shares: Self.languages.map(\.share))
    bytes += marks[0]
    bytes += names[Int(battle.a)]
    bytes += marks[1]
    bytes += names[Int(battle.b)]
    bytes += marks[2]
    bytes += Self.labels[Int(battle.outcome.rawValue)]
    bytes += marks[3]
    bytes += Self.judge
    bytes += String(simulation.judge(index)).utf8
    bytes += marks[4]
    bytes += String(turn).utf8
    bytes += marks[5]
    bytes += Self.isAnonymous
    bytes += marks[6]
    bytes += Self.languages[language].name
    bytes += marks[7]
    // Seconds since 1970 with four decimals, over sixteen months.
    let ticks = 16_820_000_000_000 + Int(simulation.time(index) * 4e11)
    let fraction = String(ticks % 10_000)
    bytes += String(ticks / 10_000).utf8
    bytes.append(UInt8(ascii: "."))
    bytes += repeatElement(UInt8(ascii: "0"), count: 4 - fraction.utf8.count)
    bytes += fraction.utf8
    bytes += marks[8]
  }

  private static let labels = ["model_a", "model_b", "tie", "tie (bothbad)"].map { Array($0.utf8) }
  private static let judge = Array("arena_user_".utf8)
  private static let isAnonymous = Array("true".utf8)
  private static let languages: [(name: [UInt8], share: Double)] = [
    ("English", 0.57), ("Chinese", 0.12), ("Russian", 0.09), ("German", 0.06),
    ("Japanese", 0.06), ("Portuguese", 0.05), ("Vietnamese", 0.05),
  ].map { (Array($0.0.utf8), $0.1) }
}
