/// The inner loops, as a table that is chosen when the program starts and injected.
///
/// Each kernel allocates nothing, uses no fused multiply-add and treats each lane by itself, so that
/// every table gives the same bits.
package struct KernelTable: Sendable {
  /// What the kernels were compiled for, such as `baseline`.
  package let name: String

  /// `results[i] = exp(values[i])` for |values| ≤ 700, within 2 units in the last place.
  package let exponentials:
    @Sendable (_ values: Span<Lanes>, _ results: inout MutableSpan<Lanes>) -> Void

  /// For each pair (a, b) of a model graph adds n/(strength a + strength b) to both models' sums.
  ///
  /// `start` (models + 1 entries) and `second` hold the pairs row by row, `battles` the n of each.
  package let pairSums:
    @Sendable (
      _ start: Span<Int32>, _ second: Span<Int32>, _ strength: Span<Lanes>,
      _ battles: Span<CountLanes>, _ sums: inout MutableSpan<Lanes>
    ) -> Void

  /// Turns the sums of `pairSums` into the gradient
  /// `halfWins/2 − strength·sum + prior·(½ − strength/(strength + 1))` in place
  /// and answers each lane's largest magnitude, NaN where an entry is NaN.
  package let gradient:
    @Sendable (
      _ halfWins: Span<CountLanes>, _ strength: Span<Lanes>, _ prior: Double,
      _ sums: inout MutableSpan<Lanes>
    ) -> Lanes

  /// `curvature = n·q_a·q_b/(q_a + q_b)²` for each pair (a, b): what it adds to the information.
  package let pairCurvatures:
    @Sendable (
      _ start: Span<Int32>, _ second: Span<Int32>, _ strength: Span<Lanes>,
      _ battles: Span<CountLanes>, _ curvatures: inout MutableSpan<Lanes>
    ) -> Void

  /// Adds curvature·(vector a − vector b) to a's sum for each pair, and takes it from b's: the
  /// product of the pairs' information with a vector.
  package let informationProduct:
    @Sendable (
      _ start: Span<Int32>, _ second: Span<Int32>, _ curvatures: Span<Lanes>,
      _ vector: Span<Lanes>, _ sums: inout MutableSpan<Lanes>
    ) -> Void

  /// `sums[i] += Σ_j matrix[i·stride + j]·panel[j]` for i in `rows` and j in `columns`.
  package let addProduct:
    @Sendable (
      _ matrix: Span<Double>, _ stride: Int, _ rows: Range<Int>, _ columns: Range<Int>,
      _ panel: Span<Lanes>, _ sums: inout MutableSpan<Lanes>
    ) -> Void

  /// Draws each cell's frequency in eight replicates, adds it to its pair's battles and to its
  /// models' half wins, records the first `witnesses.count` cells' frequencies, and answers each
  /// replicate's total. The runs follow each other and cover all cells.
  package let drawCells:
    @Sendable (
      _ runs: Span<SampledRun>, _ cells: Span<SampledCell>, _ slots: Span<UInt64>,
      _ streams: inout RandomLanes, _ battles: inout MutableSpan<CountLanes>,
      _ halfWins: inout MutableSpan<CountLanes>, _ witnesses: inout MutableSpan<CountLanes>
    ) -> CountLanes

  /// Adds `needed` battles in each of eight replicates, one at a time and each with two random
  /// numbers: one for the run, which `table` draws, one for the cell in it. The streams advance as
  /// far as the replicate that needs most.
  package let addSingleBattles:
    @Sendable (
      _ needed: CountLanes, _ table: AliasTable, _ slots: Span<UInt64>,
      _ runs: Span<SampledRun>, _ cells: Span<SampledCell>, _ streams: inout RandomLanes,
      _ battles: inout MutableSpan<CountLanes>, _ halfWins: inout MutableSpan<CountLanes>
    ) -> Void

  /// The gradient `halfWins/2 − Σ n·share` where the first model of each pair is expected to win
  /// `share` of its n battles, the same for all replicates, and the curvature
  /// `Σ n·share·(1 − share)` of each model.
  package let openingGradient:
    @Sendable (
      _ start: Span<Int32>, _ second: Span<Int32>, _ share: Span<Double>,
      _ battles: Span<CountLanes>, _ halfWins: Span<CountLanes>,
      _ gradient: inout MutableSpan<Lanes>, _ curvature: inout MutableSpan<Lanes>
    ) -> Void

  /// `logStrength += scale∘(inverse·(scale∘gradient))` for a square matrix, row by row; leaves
  /// scale∘gradient in `gradient`.
  package let chordStep:
    @Sendable (
      _ inverse: Span<Double>, _ scale: Span<Lanes>, _ gradient: inout MutableSpan<Lanes>,
      _ logStrength: inout MutableSpan<Lanes>
    ) -> Void

  /// `results[i] = Σ_{j ≤ i} factor[i·stride + j]·normals[j]`: sixteen draws from N(0, L·Lᵀ).
  package let correlate:
    @Sendable (
      _ factor: Span<Float>, _ stride: Int, _ normals: Span<DrawLanes>,
      _ results: inout MutableSpan<DrawLanes>
    ) -> Void

  /// The largest |draw a − draw b|·precision over all pairs of models.
  ///
  /// `places` names the draw of each model, in an order that puts alike precisions together, and
  /// eight by eight the models are groups. For groups a ≤ b, tile b(b + 1)/2 + a has 64 entries of
  /// `precisions`, a row for each model of a, all ≥ 0 and 0 where there is no pair, and their largest
  /// in `bounds`. `scratch`, ten entries a group, is overwritten.
  package let largestOfAllPairs:
    @Sendable (
      _ places: Span<Int32>, _ precisions: Span<Float>, _ bounds: Span<Float>,
      _ draws: Span<DrawLanes>, _ scratch: inout MutableSpan<DrawLanes>
    ) -> DrawLanes

  /// Goes through the pairs in `range` of `pairs`, which ascend by what was observed, keeps in each
  /// lane the running maximum of |draw a − draw b|·precision, which was `largestBefore` before them,
  /// and answers the maximum after them.
  ///
  /// To entry k of `changes` it adds how many more of the first `lanes` lanes have a maximum that
  /// reached what was observed of pair k than had one that reached what was observed of pair k − 1:
  /// sums of the entries up to k count who reached.
  package let stepDownChanges:
    @Sendable (
      _ pairs: Span<StudentisedPair>, _ range: Range<Int>, _ largestBefore: DrawLanes,
      _ draws: Span<DrawLanes>, _ lanes: Int, _ changes: inout MutableSpan<Int32>
    ) -> DrawLanes

  /// For each contender adds to `counts` in how many of the first `lanes` lanes some model leads it
  /// by `bounds` or more, all above zero: (draw of the model − draw of the contender)·precision.
  ///
  /// `places` names the draw of each model, grouped as for `largestOfAllPairs`. Each contender has a
  /// row of `precisions`, eight a group, all ≥ 0 and 0 for itself and for what is missing of the
  /// last group, and a row of `limits`, the largest of each group. `scratch`, ten entries a group, is
  /// overwritten.
  package let countLeads:
    @Sendable (
      _ places: Span<Int32>, _ contenders: Span<Int32>, _ bounds: Span<Float>,
      _ precisions: Span<Float>, _ limits: Span<Float>, _ draws: Span<DrawLanes>, _ lanes: Int,
      _ scratch: inout MutableSpan<DrawLanes>, _ counts: inout MutableSpan<Int32>
    ) -> Void

  /// A table; each argument is documented with the property of its name.
  package init(
    name: String,
    exponentials:
      @escaping @Sendable (_ values: Span<Lanes>, _ results: inout MutableSpan<Lanes>) -> Void,
    pairSums:
      @escaping @Sendable (
        _ start: Span<Int32>, _ second: Span<Int32>, _ strength: Span<Lanes>,
        _ battles: Span<CountLanes>, _ sums: inout MutableSpan<Lanes>
      ) -> Void,
    gradient:
      @escaping @Sendable (
        _ halfWins: Span<CountLanes>, _ strength: Span<Lanes>, _ prior: Double,
        _ sums: inout MutableSpan<Lanes>
      ) -> Lanes,
    pairCurvatures:
      @escaping @Sendable (
        _ start: Span<Int32>, _ second: Span<Int32>, _ strength: Span<Lanes>,
        _ battles: Span<CountLanes>, _ curvatures: inout MutableSpan<Lanes>
      ) -> Void,
    informationProduct:
      @escaping @Sendable (
        _ start: Span<Int32>, _ second: Span<Int32>, _ curvatures: Span<Lanes>,
        _ vector: Span<Lanes>, _ sums: inout MutableSpan<Lanes>
      ) -> Void,
    addProduct:
      @escaping @Sendable (
        _ matrix: Span<Double>, _ stride: Int, _ rows: Range<Int>, _ columns: Range<Int>,
        _ panel: Span<Lanes>, _ sums: inout MutableSpan<Lanes>
      ) -> Void,
    drawCells:
      @escaping @Sendable (
        _ runs: Span<SampledRun>, _ cells: Span<SampledCell>, _ slots: Span<UInt64>,
        _ streams: inout RandomLanes, _ battles: inout MutableSpan<CountLanes>,
        _ halfWins: inout MutableSpan<CountLanes>, _ witnesses: inout MutableSpan<CountLanes>
      ) -> CountLanes,
    addSingleBattles:
      @escaping @Sendable (
        _ needed: CountLanes, _ table: AliasTable, _ slots: Span<UInt64>,
        _ runs: Span<SampledRun>, _ cells: Span<SampledCell>, _ streams: inout RandomLanes,
        _ battles: inout MutableSpan<CountLanes>, _ halfWins: inout MutableSpan<CountLanes>
      ) -> Void,
    openingGradient:
      @escaping @Sendable (
        _ start: Span<Int32>, _ second: Span<Int32>, _ share: Span<Double>,
        _ battles: Span<CountLanes>, _ halfWins: Span<CountLanes>,
        _ gradient: inout MutableSpan<Lanes>, _ curvature: inout MutableSpan<Lanes>
      ) -> Void,
    chordStep:
      @escaping @Sendable (
        _ inverse: Span<Double>, _ scale: Span<Lanes>, _ gradient: inout MutableSpan<Lanes>,
        _ logStrength: inout MutableSpan<Lanes>
      ) -> Void,
    correlate:
      @escaping @Sendable (
        _ factor: Span<Float>, _ stride: Int, _ normals: Span<DrawLanes>,
        _ results: inout MutableSpan<DrawLanes>
      ) -> Void,
    largestOfAllPairs:
      @escaping @Sendable (
        _ places: Span<Int32>, _ precisions: Span<Float>, _ bounds: Span<Float>,
        _ draws: Span<DrawLanes>, _ scratch: inout MutableSpan<DrawLanes>
      ) -> DrawLanes,
    stepDownChanges:
      @escaping @Sendable (
        _ pairs: Span<StudentisedPair>, _ range: Range<Int>, _ largestBefore: DrawLanes,
        _ draws: Span<DrawLanes>, _ lanes: Int, _ changes: inout MutableSpan<Int32>
      ) -> DrawLanes,
    countLeads:
      @escaping @Sendable (
        _ places: Span<Int32>, _ contenders: Span<Int32>, _ bounds: Span<Float>,
        _ precisions: Span<Float>, _ limits: Span<Float>, _ draws: Span<DrawLanes>, _ lanes: Int,
        _ scratch: inout MutableSpan<DrawLanes>, _ counts: inout MutableSpan<Int32>
      ) -> Void
  ) {
    self.name = name
    self.exponentials = exponentials
    self.pairSums = pairSums
    self.gradient = gradient
    self.pairCurvatures = pairCurvatures
    self.informationProduct = informationProduct
    self.addProduct = addProduct
    self.drawCells = drawCells
    self.addSingleBattles = addSingleBattles
    self.openingGradient = openingGradient
    self.chordStep = chordStep
    self.correlate = correlate
    self.largestOfAllPairs = largestOfAllPairs
    self.stepDownChanges = stepDownChanges
    self.countLeads = countLeads
  }
}
