import CommandLineKit

/// Tells on standard error how long each step took, where that was asked for.
struct Stopwatch {
  private let isOn: Bool
  private var last = ContinuousClock.now

  init(isOn: Bool) {
    self.isOn = isOn
  }

  /// Tells the time since the last step.
  mutating func finished(_ step: String, _ console: Console) {
    guard isOn else { return }
    let now = ContinuousClock.now
    let (seconds, attoseconds) = (now - last).components
    let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
    last = now
    let fraction = String(microseconds % 1000)
    let padding = String(repeating: "0", count: 3 - fraction.count)
    console.note("deadheat: \(step): \(microseconds / 1000).\(padding)\(fraction) ms\n")
  }
}
