package io.channelkeeper.support;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EmailAddressTests {

	@ParameterizedTest
	@ValueSource(strings = { "ana@kocht.example", " ana.kocht+shop@mail.kocht-buch.co.uk ", "jürgen@müller.de",
			"o'neil@a.io", "1@2.museum" })
	void takesWhatPeopleMean(String typed) {
		assertThat(EmailAddress.parse(typed)).contains(new EmailAddress(typed.strip()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "tiktok.com/@anakocht", "https://www.tiktok.com/@ana.kocht", "ana@localhost", "ana@kocht",
			"@anakocht", "ana@kocht.", "ana@.example", "ana@kocht..example", "ana@-kocht.example", "ana@kocht.e", "ana",
			"ana@kocht.example, ben@kocht.example", "ana kocht@kocht.example", "ana@kocht.example\r\nBcc: x@y.zz" })
	void refusesWhatIsNone(String typed) {
		assertThat(EmailAddress.parse(typed)).isEmpty();
	}

}
