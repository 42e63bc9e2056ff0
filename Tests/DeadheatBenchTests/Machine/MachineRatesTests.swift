import KernelDispatch
import Testing

@testable import deadheat_bench

struct MachineRatesTests {
  /// Each measurement checks what it computes; the rates themselves are the machine's affair.
  @Test func measuresWhatItSays() throws {
    let memory = MemoryReading(cacheSize: 1 << 16)
    #expect(memory.bytes == 1 << 17)
    #expect(try memory.secondsPerByte() >= 0)
    #expect(try Divisions.secondsEach(rounds: 1024) >= 0)
    #expect(try LookUps().secondsEach(rounds: 1024) >= 0)
    #expect(try Arithmetic.secondsEach(KernelChoice.baseline.table, rounds: 1) >= 0)
  }
}
