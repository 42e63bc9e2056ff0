import Kernels
import Testing

@testable import deadheat_bench

struct MachineRatesTests {
  /// Each measurement checks what it computes; the rates themselves are the machine's affair.
  @Test func measuresWhatItSays() throws {
    let memory = MemoryReading(cacheSize: 0)
    #expect(memory.bytes == 128 << 20)
    #expect(try memory.secondsPerByte() > 0)
    #expect(try Divisions.secondsEach() > 0)
    #expect(try LookUps().secondsEach() > 0)
    #expect(try Arithmetic.secondsEach(.baseline) > 0)
  }
}
