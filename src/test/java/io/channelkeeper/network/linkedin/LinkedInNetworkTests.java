package io.channelkeeper.network.linkedin;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LinkedInNetworkTests {

	private final LinkedInNetwork network = new LinkedInNetwork(
			new LinkedInProperties(URI.create("https://api.linkedin.com"), "202610", List.of()));

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ",
			textBlock = """
					https://www.linkedin.com/company/brot-und-salz/ -> company/brot-und-salz -> https://www.linkedin.com/company/brot-und-salz
					https://www.linkedin.com/company/brot-und-salz/about/ -> company/brot-und-salz -> https://www.linkedin.com/company/brot-und-salz
					linkedin.com/company/1234567 -> company/1234567 -> https://www.linkedin.com/company/1234567
					https://de.linkedin.com/in/AnaKocht?trk=abc -> in/anakocht -> https://www.linkedin.com/in/anakocht
					https://www.linkedin.com/in/jos%C3%A9-koch-1a2b3c/ -> in/josé-koch-1a2b3c -> https://www.linkedin.com/in/jos%C3%A9-koch-1a2b3c
					LINKEDIN.COM/school/kochschule -> school/kochschule -> https://www.linkedin.com/school/kochschule
					https://www.linkedin.com/showcase/brot -> showcase/brot -> https://www.linkedin.com/showcase/brot
					""")
	void recognizesEveryUsualForm(String typed, String handle, String url) {
		assertThat(this.network.recognize(typed)).hasValueSatisfying((address) -> {
			assertThat(address.handle()).isEqualTo(handle);
			assertThat(address.url()).hasToString(url);
			assertThat(address.network()).isEqualTo(this.network.id());
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://www.linkedin.com/posts/anakocht_brot-activity-123",
			"https://www.linkedin.com/feed/update/urn:li:activity:123", "https://www.linkedin.com/company/",
			"https://www.linkedin.com/anakocht", "https://www.linkedin.com/in/\u0430nakocht",
			"https://www.linkedin.com/in/ana\u200bkocht", "https://linkedin.com.evil.example/in/anakocht",
			"https://lnkd.in/abc" })
	void refusesWhatIsNoProfile(String typed) {
		assertThat(this.network.recognize(typed)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ", textBlock = """
			@AnaKocht -> in/anakocht -> in/anakocht
			company/Brot-und-Salz -> company/brot-und-salz -> company/brot-und-salz
			in/ana-kocht -> in/ana-kocht -> in/ana-kocht
			""")
	void readsBareHandles(String typed, String handle, String key) {
		assertThat(this.network.handle(typed)).hasValueSatisfying((address) -> {
			assertThat(address.handle()).isEqualTo(handle);
			assertThat(address.key()).isEqualTo(key);
		});
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "jobs/anakocht", "company/", "in/ana/kocht", "ana kocht", "\u0430nakocht", "linkedin.com" })
	void refusesHandlesOfAnotherAlphabet(String typed) {
		assertThat(this.network.handle(typed)).isEmpty();
	}

}
