package io.channelkeeper.network.tiktok;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TikTokNetworkTests {

	private final TikTokNetwork network = new TikTokNetwork(
			new TikTokProperties(URI.create("https://open.tiktokapis.com"), List.of()));

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ", textBlock = """
			https://www.tiktok.com/@anakocht?lang=de -> anakocht -> https://www.tiktok.com/@anakocht
			tiktok.com/@anakocht -> anakocht -> https://www.tiktok.com/@anakocht
			http://m.tiktok.com/@Ana.Kocht/ -> ana.kocht -> https://www.tiktok.com/@ana.kocht
			TIKTOK.COM/@ana_kocht#x -> ana_kocht -> https://www.tiktok.com/@ana_kocht
			https://www.tiktok.com/@anakocht/live -> anakocht -> https://www.tiktok.com/@anakocht
			https://www.tiktok.com/%40anakocht?_t=8abc&_r=1 -> anakocht -> https://www.tiktok.com/@anakocht
			""")
	void recognizesEveryUsualForm(String typed, String handle, String url) {
		assertThat(this.network.recognize(typed)).hasValueSatisfying((address) -> {
			assertThat(address.handle()).isEqualTo(handle);
			assertThat(address.url()).hasToString(url);
			assertThat(address.network()).isEqualTo(this.network.id());
		});
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "https://www.tiktok.com/@anakocht/video/7231234567890123456", "https://www.tiktok.com/tag/brot",
					"https://www.tiktok.com/anakocht", "https://vm.tiktok.com/ZMabcdef/", "https://www.tiktok.com/",
					"https://tiktok.com.evil.example/@anakocht", "https://www.tiktok.com/@an\u0430kocht",
					"https://www.tiktok.com/@", "https://www.instagram.com/@anakocht" })
	void refusesWhatIsNoProfile(String typed) {
		assertThat(this.network.recognize(typed)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ", textBlock = """
			@AnaKocht -> anakocht -> anakocht
			ana.kocht_7 -> ana.kocht_7 -> ana.kocht_7
			""")
	void readsBareHandles(String typed, String handle, String key) {
		assertThat(this.network.handle(typed)).hasValueSatisfying((address) -> {
			assertThat(address.handle()).isEqualTo(handle);
			assertThat(address.key()).isEqualTo(key);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "anakocht.", "ana-kocht", "ana kocht", "ana\u200ekocht", "tiktok.com",
			"abcdefghijklmnopqrstuvwxy" })
	void refusesHandlesOfAnotherAlphabet(String typed) {
		assertThat(this.network.handle(typed)).isEmpty();
	}

}
