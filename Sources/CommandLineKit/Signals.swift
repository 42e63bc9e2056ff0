#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What signals do to this process.
enum Signals {
  /// The signals that end a process that does not handle them, and come from outside.
  private static let deadly = [
    SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXCPU, SIGALRM, SIGUSR1, SIGUSR2,
  ]

  /// Lets the signals that end the process remove its temporary files first. It then ends by the
  /// signal, as shells expect, which show 128 and the signal's number.
  ///
  /// A signal that whoever started the process had it ignore, as `nohup` does, stays ignored.
  static func removeTemporaryFilesAtEnd() {
    // Once without any: what Swift makes at the first use is then there when a signal comes.
    TemporaryFiles.removeAll()
    for number in deadly {
      // The handler calls only what may be called at any time, and touches no memory but that of
      // `TemporaryFiles`, which is made for it.
      let before = signal(number, endProcess(by:))
      if isIgnoring(before) { _ = signal(number, SIG_IGN) }
    }
  }

  /// Turns the signals that a closed pipe and a limit of file sizes send into errors of writing, which
  /// can be handled.
  ///
  /// A child process inherits the setting; who starts one should restore the default in it.
  static func ignoreThoseOfWriting() {
    for number in [SIGPIPE, SIGXFSZ] { _ = signal(number, SIG_IGN) }
  }
}

/// Runs when a signal asks the process to end, between any two instructions.
private func endProcess(by number: Int32) {
  TemporaryFiles.removeAll()
  // Both may be called in a handler. The signal is held back until this function returns, and then
  // ends the process.
  _ = signal(number, SIG_DFL)
  _ = raise(number)
}

#if canImport(Darwin)
  private func isIgnoring(_ handler: sig_t?) -> Bool {
    // SAFETY: two addresses are compared.
    unsafe unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
#else
  private func isIgnoring(_ handler: __sighandler_t?) -> Bool {
    // SAFETY: two addresses are compared.
    unsafe unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
#endif
