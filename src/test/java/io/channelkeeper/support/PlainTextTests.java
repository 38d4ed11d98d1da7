package io.channelkeeper.support;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlainTextTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false,
			value = { "  Ana   Kocht |Ana Kocht", "Ana\u200BKocht|AnaKocht", "\u202EAna\u2066Kocht\u2069|AnaKocht",
					"\uFEFFAna\u0000 \u0007Kocht|Ana Kocht", "Ana\tKocht|Ana Kocht", "\u3164\u200D\u200B|''",
					"A\u200Dna\u200C|Ana", "Ana\uD83D|Ana", "Ana\uFFFE|Ana", "Cafe\u0301|Caf\u00e9" })
	void dropsWhatCannotBeSeen(String typed, String clean) {
		assertThat(PlainText.line(typed)).isEqualTo(clean);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Ana \uD83D\uDC69\u200D\uD83C\uDF73", "\uD83D\uDC69\uD83C\uDFFD\u200D\uD83D\uDCBB",
			"\u2764\uFE0F\u200D\uD83D\uDD25", "\u0646\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
			"\u0915\u094D\u200D\u0937", "\u05D0\u05D1\u05D2", "<script>alert(1)</script>", "'; drop table creator; --",
			"\u5C71\u7530 \u82B1\u5B50" })
	void keepsWhatIsText(String typed) {
		assertThat(PlainText.line(typed)).isEqualTo(typed);
	}

}
