package io.channelkeeper.network.google;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class YouTubeNetworkTests {

	private final YouTubeNetwork network = new YouTubeNetwork(
			new YouTubeProperties(URI.create("https://youtube.example"), null, List.of()));

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ",
			textBlock = """
					https://www.youtube.com/@AnaKocht -> AnaKocht -> https://www.youtube.com/@AnaKocht
					youtube.com/@anakocht/videos -> anakocht -> https://www.youtube.com/@anakocht
					http://m.youtube.com/@anakocht?si=abc#x -> anakocht -> https://www.youtube.com/@anakocht
					https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv -> UCabcdefghijklmnopqrstuv -> https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv
					YOUTUBE.COM/channel/UCabcdefghijklmnopqrstuv/featured -> UCabcdefghijklmnopqrstuv -> https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv
					https://www.youtube.com/c/AnaKocht -> c/AnaKocht -> https://www.youtube.com/c/AnaKocht
					https://www.youtube.com/user/anakocht/about -> user/anakocht -> https://www.youtube.com/user/anakocht
					https://www.youtube.com/@%D0%90%D0%BD%D0%B0%D0%93%D0%BE -> АнаГо -> https://www.youtube.com/@%D0%90%D0%BD%D0%B0%D0%93%D0%BE
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
			strings = { "https://www.youtube.com/watch?v=dQw4w9WgXcQ", "https://www.youtube.com/shorts/dQw4w9WgXcQ",
					"https://youtu.be/dQw4w9WgXcQ", "https://www.youtube.com/playlist?list=PL1",
					"https://www.youtube.com/channel/anakocht", "https://www.youtube.com/channel/UCshort",
					"https://www.youtube.com/@an\u0430kocht", "https://www.youtube.com/@ana\u200dkocht",
					"https://www.youtube.com/@anakocht/video/abc", "https://youtube.com.evil.example/@anakocht" })
	void refusesWhatIsNoProfile(String typed) {
		assertThat(this.network.recognize(typed)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ", textBlock = """
			@AnaKocht -> AnaKocht -> anakocht
			ana-kocht -> ana-kocht -> ana-kocht
			UCabcdefghijklmnopqrstuv -> UCabcdefghijklmnopqrstuv -> UCabcdefghijklmnopqrstuv
			""")
	void readsBareHandles(String typed, String handle, String key) {
		assertThat(this.network.handle(typed)).hasValueSatisfying((address) -> {
			assertThat(address.handle()).isEqualTo(handle);
			assertThat(address.key()).isEqualTo(key);
		});
	}

	@Test
	void callsAChannelWithOnlyAnIdByItsTitle() {
		assertThat(this.network.show("UCabcdefghijklmnopqrstuv", "Ana Kocht")).isEqualTo("Ana Kocht");
		assertThat(this.network.show("anakocht", "Ana Kocht")).isEqualTo("@anakocht");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ab", "an\u0430kocht", "ana kocht", "ana/kocht", "ana\u202ekocht", "youtube.com" })
	void refusesHandlesOfAnotherAlphabet(String typed) {
		assertThat(this.network.handle(typed)).isEmpty();
	}

}
