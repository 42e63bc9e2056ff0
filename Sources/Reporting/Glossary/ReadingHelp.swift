/// How files are read, as a page of plain text.
package enum ReadingHelp {
  /// The page: paragraphs, and lists whose lines are indented.
  package static let text = """
    FORMS

    Files are CSV, or text with tabs, semicolons or pipes between fields, or JSON and JSON Lines, or \
    chess games as PGN; the form is told by the content. They are UTF-8, or UTF-16 with a byte order mark. \
    deadheat describe FILE tells what was taken for what, without a fit; every table has a line of it. \
    Several files are one data set: each is recognised by itself.

    CSV: a first line sep=; tells the delimiter. Lines that begin with # are comments where they cannot \
    be rows: above the header, and among the rows those without a delimiter, or with a blank or another # behind it. \
    A line with as many fields as the header is a row; a header may begin with # itself. Comments are \
    counted. --header none says that the first line is a row, --header 3 that the header is on line 3. With \
    either, options also call columns by number: --header none --columns a=1,b=2,winner=3. Without it a first \
    line that reads like a row is refused.

    JSON: records one after the other, in an array, or in an array under a key; boards also as an object \
    of models. Below 256 MiB also what pandas writes with to_json: by columns, orient="split", and arrays of \
    values of which the first has the headings. A key inside another is named with a dot, a place in an \
    array with a number from 0: --columns 'a=models[0],b=models[1],winner=vote.choice'. An array of just two \
    under models, model_pair, sides, players or teams is read as two columns, and so are score, scores and \
    score.ft. --nan null reads NaN and Infinity, which are no JSON, as null.

    PGN: each game is a row, each tag a column: White, Black and Result are read, and any tag can be asked \
    for with --where, --cluster and --columns. Moves, variations and comments are passed over. A result of * \
    is no verdict. Values of ? and -, and dates without a known part, are empty. Values that are not UTF-8 \
    are read as ISO 8859-1, and said.

    Dates in conditions are 2024-12-31, with or without a time, or 2024.12.31; see --date-format.

    A text whose first lines are no such rows may hold a table as people paste it: of Markdown, drawn by a \
    terminal or aligned by blanks, lines of name | key: value, a page of HTML, or a ranking that deadheat \
    printed; up to 64 MiB. Of several tables that could be meant --table chooses one, by its number or by \
    words of its title. Footnote marks behind names are taken off, and said.

    COLUMNS

    The headings tell which columns name the two sides and what the battles came to. Sides are \
    two columns whose headings are the same but for a word for the side (a and b, 1 and 2, left \
    and right, white and black, red and blue, home and away, favorite and underdog, attacker and \
    defender), beside a word for what is rated: model_a and model_b, RedFighter and BlueFighter, \
    Team 1 and Team 2; or winner and loser, chosen and rejected, where the winner is side a; or \
    a team and its opponent. Other words will do where the values meet again and again as names \
    do.

    What the battles came to stands in one of these:

      winner, outcome, result      a label; one column with winner, verdict,
                                   choice, preference, vote and the like in
                                   its heading will do, where it has labels
      both_equal, is_tie, draw     1 or true for a tie, beside such a label,
                                   or beside a winner and a loser
      FT, score, result            both scores in one value: 4-1, 2:0
      winner_model_a, winner_tie   1 in the column of the outcome
      wins_a, wins_b, ties         numbers; W, D, L; won, lost, drawn; a column
                                   of all games must be their sum
      score_a, score_b             points: home_goals, FTHG and FTAG
      g1_winner, g2_winner         two battles a row, clustered by question_id

    A square table with the models' names in its first row and first column holds the wins of \
    the row's model over the column's (--coding column-wins: the other way round). Judgments of \
    Arena-Hard, games[0].score and games[1].score of a model, are two battles against the \
    baseline of the category, or against --baseline MODEL; the second has the model as A. \
    --strong-weight 3 counts A>>B three times.

    --columns ROLE=COLUMN names columns: a, b, winner; loser beside winner; draw; score_a, \
    score_b; wins_a, wins_b, ties; count. The heading of such a column still counts as evidence. \
    Where several columns could be meant, the file is refused with the option for each.

    LABELS

    All labels of a column of winners, over all files in which it has the same headings and whether \
    a filter keeps a row or not, are read by one vocabulary. Case and blanks around a label do not \
    matter, and numbers count by value. These are tried in order:

      1. The headings of the sides: model_a under model_a, black under black.
      2. Names of models, where every label that is no word for a tie names one
         of its row's two sides and there are three models or more.
      3. Words, of one line each:
           model_a, model_b · Model A, Model B
           left, right
           player_a, player_b
           player_1, player_2 · player1, player2
           model_1, model_2 · model1, model2
           a_better, b_better
           A>B, A>>B, A=B, B=A, B>A, B>>A, A<B, A<<B, B<A, B<<A
           [[A]], [[A>B]], [[A>>B]], [[C]], [[A=B]], [[B]], [[B>A]], [[B>>A]]
           assistant_a, assistant_b · response_1, response_2 · and the like
           white, black · red, blue · home, away · 1-0, 0-1, 1/2-1/2, ½-½
             (after the headings of the sides, where those tell it)
           4-1, 0:2, 1-1: the side with the larger number
           B+R, W+2.5 (under headings with black and white)
           win, loss, won, lost: of the first side (not under winner)
           x, y (under headings that end in x and y)
      4. Bare numbers and letters, below.

    Words for ties go with each of them: tie, draw, equal, even, both, same, both good, \
    tie (inconsistent). So do those for both sides being bad: both_bad, bothbad, both bad, \
    tie (bothbad), tie (all bad); and those for no verdict, which are set aside: an empty label, \
    null, NA, N/A, NaN, error, no result, and * beside chess results.

    Where the headings of the sides tell left from right, a from b, 1 from 2, white from black or home \
    from away, labels and columns with such words follow them, whichever side the options call a. Where \
    they do not, and the sides stand in the file the other way round (black before white), words and \
    codes about the order of the sides are refused.

    BARE NUMBERS AND LETTERS

      0.5 among them           1 = a, 0 = b, 0.5 = tie (--coding score)
      score, result, outcome, points, or a heading that names a side (a_won)
                               1 = a, 0 = b; true and false only where a
                               heading names a side
      a preference beside *_1 and *_2
                               1 = a, 2 = b, 1.5 = tie
      FTR, or sides at home and away
                               H, D, A by the ground
      1, X, 2                  home side, draw, away side
      A, B                     the sides
      W, L, D                  the first side's result (not under winner)
      1, 2                     the first side, the second side (--coding index1)

    Of what is left, a reading in which one side never wins gives way to one in which both do. What \
    can then still be read in two ways is refused, with the option for each: 0 and 1 under winner, \
    0, 1 and 2, −1, 0 and 1, or A, B and C.

    --coding score|index0|index1|signed|sides|names|home-away says what is meant: index0 is 0 = a, \
    1 = b, 2 = tie; index1 is 1 = a, 2 = b, 0 = tie; signed is 1 = a, −1 = b, 0 = tie; sides reads \
    words and letters as sides, C as a tie; names takes a label that is a model's name for that model.

    --label TEXT=OUTCOME comes before all of these, for its text; where it maps a number, no other \
    number has a meaning of its own. --label =tie, or =skip, is about empty labels. --bad-rows skip \
    sets aside rows whose label nothing knows; it never chooses between readings.

    BOARDS

    A board has a name, a score and its uncertainty in each row. Case, arrows and the like in headings do \
    not matter:

      name         model, name, llm, player, engine, system, agent, method, team;
                   a first column without a heading
      score        rating, elo, Arena Score, score, win_rate; median or mean
                   where there is none of these
      ends         rating_lower, rating_upper; lower, upper; p2.5, p97.5
      half-widths  ci_minus, ci_plus; +, -; ±, +/-
      either       ci_low, ci_high; ci, 95% CI: all rows are read alike, by
                   whether the scores lie between the two numbers
      errors       standard_error, stderr, se; variance; std where scores are Elo
      votes        votes, battles, games; left out where they are no numbers

    A level in a heading, as in 90% CI, is that of the intervals. Cells are read as people write them: \
    1503 ± 6, 1503 (+5/-6), (-6, +5), [1497, 1508], 1497–1509, 62.5%, 13,919, 24.3k. A comma before \
    decimals is refused. Several scores, or an error that may be a standard error or a half-width, are \
    refused with the --columns for each.

    Scores are Elo where a heading says so or the largest is 200 or more in magnitude; shares, from 0 to 1 \
    or in percent, where there is a percent sign or the heading is that of a rate; points otherwise. \
    --unit elo|points|share|percent says it. One score with an interval of no width, or the only one \
    without an error, is taken for exact: the reference that the others were measured against. Rows \
    without a score are set aside and counted, and so are several without an error.
    """
}
