package io.channelkeeper.warning;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MailAnswerTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "null",
			value = { "550 5.1.1 no such user|NO_SUCH_ADDRESS", "550-5.1.1 The email account|NO_SUCH_ADDRESS",
					"550 no|NO_SUCH_ADDRESS", "553 5.1.10 null MX|NO_SUCH_ADDRESS", "552 5.2.2 full|FULL",
					"452 4.2.2 quota|FULL", "552 5.3.4 too big|TOO_BIG", "550 5.7.1 rejected|BLOCKED",
					"554 no service|BLOCKED", "451 4.7.1 greylisted|NOT_NOW", "421 busy|NOT_NOW", "571 what|OTHER",
					"550 5.9.9 what|OTHER", "MailConnectException: no host, port: 587|NONE", "[EOF]|NONE", "null|NONE",
					"5500 what|NONE" })
	void saysWhatAServerMeans(String words, MailAnswer meaning) {
		assertThat(MailAnswer.of(words)).isEqualTo(meaning);
	}

}
