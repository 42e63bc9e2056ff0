import Testing

@testable import deadheat_bench

struct CostTableTests {
  @Test func alignsItsColumns() {
    let nothing = { Cost(wall: 0, cpu: 0) }
    let variants = [
      Variant("one", floor: 0.002, run: nothing), Variant("another", run: nothing),
    ]
    let costs = [
      MedianCost([Cost(wall: 0.0051, cpu: 0.005)]), MedianCost([Cost(wall: 1.5, cpu: 2.25)]),
    ]
    #expect(
      CostTable.text(variants, costs) == """
                   CPU ms  wall ms  floor ms  CPU/floor
          one        5.00     5.10      2.00        2.5
          another   2,250    1,500

        """)
  }

  @Test func takesMediansOfEachClock() {
    let cost = MedianCost([
      Cost(wall: 3, cpu: 1), Cost(wall: 1, cpu: 9), Cost(wall: 2, cpu: 2),
    ])
    #expect(cost.wall == 2)
    #expect(cost.cpu == 2)
    #expect(MedianCost([Cost(wall: 1, cpu: 1), Cost(wall: 2, cpu: 4)]).cpu == 2.5)
  }

  @Test func variantsTakeTurns() throws {
    var order = ""
    let variants = ["a", "b"].map { name in
      Variant(name) {
        order += name
        return Cost(wall: 1, cpu: 1)
      }
    }
    #expect(try Variant.medians(variants, repetitions: 3).count == 2)
    #expect(order == "ababab")
  }
}
