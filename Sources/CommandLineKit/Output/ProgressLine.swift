import Synchronization

/// A line on standard error that tells how far long work has come, and goes when it is done.
///
/// It appears on a terminal only, half a second after the work began, and changes at most ten times
/// a second. Any thread may report.
public final class ProgressLine: Sendable {
  private struct State {
    var started: ContinuousClock.Instant
    var lastDrawn: ContinuousClock.Instant?
  }

  private let console: Console
  private let isOn: Bool
  private let now: @Sendable () -> ContinuousClock.Instant
  private let state: Mutex<State>

  /// A line for work that begins now.
  public convenience init(_ console: Console, isQuiet: Bool) {
    self.init(console, isQuiet: isQuiet, now: { ContinuousClock.now })
  }

  /// The same with a clock of the test's own.
  init(
    _ console: Console, isQuiet: Bool, now: @escaping @Sendable () -> ContinuousClock.Instant
  ) {
    self.console = console
    self.now = now
    isOn = console.isErrorTerminal && !isQuiet
    state = Mutex(State(started: now()))
  }

  /// Tells that `fraction`, from 0 to 1, of the present step is done.
  public func report(_ step: String, _ fraction: Double) {
    guard isOn else { return }
    let time = now()
    let isDue = state.withLock { state in
      guard time - state.started >= .milliseconds(500) else { return false }
      if let last = state.lastDrawn, time - last < .milliseconds(100) { return false }
      state.lastDrawn = time
      return true
    }
    if isDue { console.note("\r\(Self.line(step, fraction, width: console.width))\u{1B}[K") }
  }

  /// Takes the line away, if there is one, so that other notes can follow.
  public func clear() {
    let isDrawn = state.withLock { state in
      defer { state.lastDrawn = nil }
      return state.lastDrawn != nil
    }
    if isDrawn { console.note("\r\u{1B}[K") }
  }

  /// `step [####······] 40%`, one column narrower than `width` at most.
  static func line(_ step: String, _ fraction: Double, width: Int) -> String {
    let share = min(1, max(0, fraction.isFinite ? fraction : 0))
    let percent = "\(Int(share * 100))%"
    let cells = min(30, width - step.count - percent.count - 6)
    guard cells >= 5 else { return "\(step) \(percent)" }
    let filled = Int(share * Double(cells))
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: cells - filled)
    return "\(step) [\(bar)] \(percent)"
  }
}
