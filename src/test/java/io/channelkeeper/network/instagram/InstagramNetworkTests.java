package io.channelkeeper.network.instagram;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class InstagramNetworkTests {

	private final InstagramNetwork network = new InstagramNetwork(
			new InstagramProperties(URI.create("https://graph.instagram.com"), List.of()));

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ", textBlock = """
			https://www.instagram.com/anakocht/?hl=de -> anakocht -> https://www.instagram.com/anakocht
			http://instagram.com/anakocht -> anakocht -> https://www.instagram.com/anakocht
			instagram.com/anakocht/ -> anakocht -> https://www.instagram.com/anakocht
			WWW.INSTAGRAM.COM/AnaKocht#top -> anakocht -> https://www.instagram.com/anakocht
			//m.instagram.com/ana.kocht_7 -> ana.kocht_7 -> https://www.instagram.com/ana.kocht_7
			https://instagram.com/anakocht?igsh=MTIzNDU2&utm_source=qr -> anakocht -> https://www.instagram.com/anakocht
			https://www.instagram.com/anakocht/reels/ -> anakocht -> https://www.instagram.com/anakocht
			https://www.instagram.com/_u/anakocht -> anakocht -> https://www.instagram.com/anakocht
			instagr.am/anakocht -> anakocht -> https://www.instagram.com/anakocht
			https://instagram.com:443/@anakocht -> anakocht -> https://www.instagram.com/anakocht
			https://de-de.instagram.com/%61nakocht -> anakocht -> https://www.instagram.com/anakocht
			""")
	void recognizesEveryUsualForm(String typed, String handle, String url) {
		assertThat(this.network.recognize(typed)).hasValueSatisfying((address) -> {
			assertThat(address.handle()).isEqualTo(handle);
			assertThat(address.url()).hasToString(url);
			assertThat(address.network()).isEqualTo(this.network.id());
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://www.instagram.com/reel/C1abcDEfgh/", "https://www.instagram.com/p/C1abcDEfgh/",
			"https://www.instagram.com/anakocht/reel/C1abcDEfgh/",
			"https://www.instagram.com/stories/anakocht/31415926/", "https://www.instagram.com/explore/tags/brot/",
			"https://www.instagram.com/", "instagram.com", "https://instagram.com.evil.example/anakocht",
			"https://evil.example/instagram.com/anakocht", "https://instagram.com@evil.example/anakocht",
			"https://anakocht@instagram.com/x", "https://instagram.com:8443/anakocht", "ftp://instagram.com/anakocht",
			"javascript://instagram.com/anakocht", "https://www.instagram.com/ana\u200bkocht",
			"https://www.instagram.com/\u202eanakocht", "https://www.instagram.com/\u0430nakocht",
			"https://www.instagram.com/%E2%80%8Banakocht", "https://www.instagram.com/<script>alert(1)</script>",
			"https://www.instagram.com/ana kocht", "https://www.instagram.com/%zz",
			"https://www.instagram.com/.anakocht", "https://x.com/anakocht", "@anakocht", "anakocht" })
	void refusesWhatIsNoProfile(String typed) {
		assertThat(this.network.recognize(typed)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ", textBlock = """
			@AnaKocht -> anakocht -> anakocht
			anakocht -> anakocht -> anakocht
			' ana.kocht_7 ' -> ana.kocht_7 -> ana.kocht_7
			_ -> _ -> _
			123456 -> 123456 -> 123456
			""")
	void readsBareHandles(String typed, String handle, String key) {
		assertThat(this.network.handle(typed)).hasValueSatisfying((address) -> {
			assertThat(address.handle()).isEqualTo(handle);
			assertThat(address.key()).isEqualTo(key);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "@@anakocht", "ana kocht", "ana..kocht", ".anakocht", "anakocht.", "ana/kocht",
			"ana-kocht", "\u0430nakocht", "ana\u200bkocht", "\u202eanakocht", "anakocht\u200d", "\ud83c\udf5e",
			"<b>ana</b>", "' or 1=1 --", "instagram.com", "www.instagram.com", "abcdefghijklmnopqrstuvwxyzabcde" })
	void refusesHandlesOfAnotherAlphabet(String typed) {
		assertThat(this.network.handle(typed)).isEmpty();
	}

}
