package io.channelkeeper.channel;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class PastedListTests {

	@Test
	void separatesByTabThenSemicolonThenComma() {
		assertThat(cells("Kocht, Ana\tana@kocht.example")).containsExactly("Kocht, Ana", "ana@kocht.example");
		assertThat(cells("Kocht, Ana;ana@kocht.example")).containsExactly("Kocht, Ana", "ana@kocht.example");
		assertThat(cells("Ana,ana@kocht.example")).containsExactly("Ana", "ana@kocht.example");
	}

	@Test
	void understandsQuotesAsSpreadsheetsCopyThem() {
		assertThat(cells("\"Kocht, Ana\",ana@kocht.example")).containsExactly("Kocht, Ana", "ana@kocht.example");
		assertThat(cells("\"Ana \"\"Chili\"\" Kocht\"\t@ana")).containsExactly("Ana \"Chili\" Kocht", "@ana");
		assertThat(cells("Ana\t\"@ana\n@bistro\"")).containsExactly("Ana", "@ana\n@bistro");
		assertThat(cells("\"a;b\",c")).containsExactly("a;b", "c");
	}

	@Test
	void keepsAStrayQuoteAsText() {
		assertThat(PastedList.lines("\"Ana;x\nBen;\"y\nCem;z")).extracting(PastedLine::number, PastedLine::cells)
			.containsExactly(tuple(1, List.of("\"Ana", "x")), tuple(2, List.of("Ben", "\"y")),
					tuple(3, List.of("Cem", "z")));
	}

	@Test
	void numbersLinesAsTheBoxShowsThem() {
		assertThat(PastedList.lines("\r\nAna\r\n\r\n\"Ben\n2\"\tx\r\nCem")).extracting(PastedLine::number)
			.containsExactly(2, 4, 6);
	}

	@Test
	void hasNoLineInNothing() {
		assertThat(PastedList.lines(" \n\t\n")).isEmpty();
	}

	private static List<String> cells(String line) {
		return PastedList.lines(line).getFirst().cells();
	}

}
