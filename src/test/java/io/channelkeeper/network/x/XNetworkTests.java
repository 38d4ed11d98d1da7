package io.channelkeeper.network.x;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class XNetworkTests {

	private final XNetwork network = new XNetwork(
			new XProperties(URI.create("https://api.x.com"), null, null, List.of()));

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ", textBlock = """
			https://x.com/AnaKocht -> AnaKocht -> https://x.com/AnaKocht
			https://twitter.com/anakocht?lang=de -> anakocht -> https://x.com/anakocht
			mobile.twitter.com/anakocht/ -> anakocht -> https://x.com/anakocht
			www.x.com/@anakocht -> anakocht -> https://x.com/anakocht
			X.COM/anakocht/media -> anakocht -> https://x.com/anakocht
			https://twitter.com/intent/user?screen_name=anakocht -> anakocht -> https://x.com/anakocht
			https://x.com/anakocht?s=21&t=abc#m -> anakocht -> https://x.com/anakocht
			""")
	void recognizesEveryUsualForm(String typed, String handle, String url) {
		assertThat(this.network.recognize(typed)).hasValueSatisfying((address) -> {
			assertThat(address.handle()).isEqualTo(handle);
			assertThat(address.url()).hasToString(url);
			assertThat(address.network()).isEqualTo(this.network.id());
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://x.com/anakocht/status/1234567890", "https://x.com/i/user/2244",
			"https://x.com/home", "https://x.com/search?q=brot", "https://twitter.com/intent/tweet?text=hello",
			"https://netflix.com/anakocht", "https://x.com.evil.example/anakocht", "https://x.com/ana.kocht",
			"https://x.com/\u0430nakocht", "https://t.co/abcdef" })
	void refusesWhatIsNoProfile(String typed) {
		assertThat(this.network.recognize(typed)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ", textBlock = """
			@AnaKocht -> AnaKocht -> anakocht
			ana_kocht -> ana_kocht -> ana_kocht
			""")
	void readsBareHandles(String typed, String handle, String key) {
		assertThat(this.network.handle(typed)).hasValueSatisfying((address) -> {
			assertThat(address.handle()).isEqualTo(handle);
			assertThat(address.key()).isEqualTo(key);
		});
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "ana.kocht", "ana-kocht", "abcdefghijklmnop", "x.com", "ana\u2066kocht", "\uff20anakocht" })
	void refusesHandlesOfAnotherAlphabet(String typed) {
		assertThat(this.network.handle(typed)).isEmpty();
	}

}
