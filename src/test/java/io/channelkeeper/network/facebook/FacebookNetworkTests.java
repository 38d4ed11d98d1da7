package io.channelkeeper.network.facebook;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FacebookNetworkTests {

	private final FacebookNetwork network = new FacebookNetwork(
			new FacebookNetworkProperties(URI.create("http://localhost"), List.of()));

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ",
			textBlock = """
					https://www.facebook.com/AnaKocht -> AnaKocht -> https://www.facebook.com/AnaKocht
					facebook.com/ana.kocht/?ref=page_internal -> ana.kocht -> https://www.facebook.com/ana.kocht
					FB.COM/anakocht#x -> anakocht -> https://www.facebook.com/anakocht
					https://m.facebook.com/anakocht/about -> anakocht -> https://www.facebook.com/anakocht
					https://de-de.facebook.com/anakocht -> anakocht -> https://www.facebook.com/anakocht
					https://www.facebook.com/profile.php?id=100012345678901&sk=about -> 100012345678901 -> https://www.facebook.com/100012345678901
					https://www.facebook.com/pages/Brot-und-Salz/20011 -> 20011 -> https://www.facebook.com/20011
					https://www.facebook.com/pages/category/Bakery/Brot-und-Salz-20011/ -> 20011 -> https://www.facebook.com/20011
					https://www.facebook.com/people/Ana-Kocht/100012345678901/ -> 100012345678901 -> https://www.facebook.com/100012345678901
					https://www.facebook.com/p/Ana-Kocht-100012345678901/ -> 100012345678901 -> https://www.facebook.com/100012345678901
					https://www.facebook.com/Brot-und-Salz-20011 -> 20011 -> https://www.facebook.com/20011
					https://www.facebook.com/20011 -> 20011 -> https://www.facebook.com/20011
					""")
	void recognizesEveryUsualForm(String typed, String handle, String url) {
		assertThat(this.network.recognize(typed)).hasValueSatisfying((address) -> {
			assertThat(address.handle()).isEqualTo(handle);
			assertThat(address.url()).hasToString(url);
			assertThat(address.network()).isEqualTo(this.network.id());
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://www.facebook.com/groups/123456", "https://www.facebook.com/watch/?v=123",
			"https://www.facebook.com/anakocht/posts/123", "https://www.facebook.com/anakocht/videos/123",
			"https://www.facebook.com/reel/123", "https://www.facebook.com/photo.php?fbid=1",
			"https://www.facebook.com/sharer/sharer.php?u=https://example.org",
			"https://www.facebook.com/profile.php?id=abc", "https://www.facebook.com/profile.php",
			"https://www.facebook.com/", "https://facebook.com.evil.example/anakocht",
			"https://www.facebook.com/\u0430nakocht", "https://www.facebook.com/ana\u200bkocht",
			"https://www.facebook.com/ana_kocht" })
	void refusesWhatIsNoProfile(String typed) {
		assertThat(this.network.recognize(typed)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ", textBlock = """
			@Ana.Kocht -> Ana.Kocht -> anakocht
			anakocht -> anakocht -> anakocht
			100012345678901 -> 100012345678901 -> 100012345678901
			""")
	void readsBareHandles(String typed, String handle, String key) {
		assertThat(this.network.handle(typed)).hasValueSatisfying((address) -> {
			assertThat(address.handle()).isEqualTo(handle);
			assertThat(address.key()).isEqualTo(key);
		});
	}

	@Test
	void callsAPageWithOnlyANumberByItsTitle() {
		assertThat(this.network.show("100012345678901", "Ana Kocht")).isEqualTo("Ana Kocht");
		assertThat(this.network.show("anakocht", "Ana Kocht")).isEqualTo("@anakocht");
		assertThat(this.network.showBeside("anakocht", "Ana Kocht")).isEqualTo("Ana Kocht");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "ana kocht", "ana_kocht", "ana-kocht", ".anakocht", "\u0430nakocht", "facebook.com", "fb.com" })
	void refusesHandlesOfAnotherAlphabet(String typed) {
		assertThat(this.network.handle(typed)).isEmpty();
	}

}
