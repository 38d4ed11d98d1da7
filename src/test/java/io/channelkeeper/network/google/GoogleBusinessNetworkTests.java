package io.channelkeeper.network.google;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class GoogleBusinessNetworkTests {

	private final GoogleBusinessNetwork network = new GoogleBusinessNetwork(new GoogleBusinessProperties(
			URI.create("https://account.example"), URI.create("https://information.example"), List.of()));

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ",
			textBlock = """
					https://www.google.com/maps?cid=1234567890123456789 -> cid:1234567890123456789 -> https://www.google.com/maps?cid=1234567890123456789
					maps.google.de/?cid=42&hl=de -> cid:42 -> https://www.google.com/maps?cid=42
					https://www.google.com/maps/place/Brot+%26+Salz/@52.5,13.4,17z/data=!3m1!4b1!4m6!3m5!1s0x47a84e373f035901:0x2a!8m2 -> cid:42 -> https://www.google.com/maps?cid=42
					https://www.google.com/maps/place/?q=place_id:ChIJN1t_tDeuEmsRUsoyG83frY4 -> place_id:ChIJN1t_tDeuEmsRUsoyG83frY4 -> https://www.google.com/maps/place/?q=place_id:ChIJN1t_tDeuEmsRUsoyG83frY4
					https://search.google.com/local/writereview?placeid=ChIJN1t_tDeuEmsRUsoyG83frY4 -> place_id:ChIJN1t_tDeuEmsRUsoyG83frY4 -> https://www.google.com/maps/place/?q=place_id:ChIJN1t_tDeuEmsRUsoyG83frY4
					https://maps.app.goo.gl/AbCdEf123 -> maps.app.goo.gl/AbCdEf123 -> https://maps.app.goo.gl/AbCdEf123
					https://goo.gl/maps/AbCdEf123 -> goo.gl/maps/AbCdEf123 -> https://goo.gl/maps/AbCdEf123
					g.page/brot-und-salz -> g.page/brot-und-salz -> https://g.page/brot-und-salz
					https://g.page/r/CabcDEF/review -> g.page/r/CabcDEF -> https://g.page/r/CabcDEF
					""")
	void recognizesEveryUsualForm(String typed, String handle, String url) {
		assertThat(this.network.recognize(typed)).hasValueSatisfying((address) -> {
			assertThat(address.handle()).isEqualTo(handle);
			assertThat(address.url()).hasToString(url);
			assertThat(address.network()).isEqualTo(this.network.id());
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://www.google.com/maps", "https://www.google.com/search?q=brot",
			"https://www.google.com/maps?cid=0x2a", "https://maps.app.goo.gl/",
			"https://maps.app.goo.gl.evil.example/abc", "https://google.com.evil.example/maps?cid=42",
			"https://google.evil/maps?cid=42", "https://goo.gl/abcdef" })
	void refusesWhatIsNoProfile(String typed) {
		assertThat(this.network.recognize(typed)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ", textBlock = """
			cid:42 -> cid:42 -> cid:42
			locations/204 -> locations/204 -> locations/204
			ChIJN1t_tDeuEmsRUsoyG83frY4 -> place_id:ChIJN1t_tDeuEmsRUsoyG83frY4 -> place_id:ChIJN1t_tDeuEmsRUsoyG83frY4
			""")
	void readsBareHandles(String typed, String handle, String key) {
		assertThat(this.network.handle(typed)).hasValueSatisfying((address) -> {
			assertThat(address.handle()).isEqualTo(handle);
			assertThat(address.key()).isEqualTo(key);
		});
	}

	@Test
	void callsAPlaceByItsName() {
		assertThat(this.network.show("cid:42", "Brot & Salz")).isEqualTo("Brot & Salz");
		assertThat(this.network.showBeside("cid:42", "Brot & Salz")).isNull();
		assertThat(this.network.showBeside("cid:42", null)).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ", textBlock = """
			cid:42 -> google.com/maps?cid=42
			place_id:ChIJN1t_tDeuEmsRUsoyG83frY4 -> ChIJN1t_tDeuEmsRUsoyG83frY4
			locations/204 -> locations/204
			maps.app.goo.gl/AbCdEf123 -> maps.app.goo.gl/AbCdEf123
			""")
	void showsWhatCanBeTypedAgain(String handle, String shown) {
		assertThat(this.network.show(handle, null)).isEqualTo(shown);
		assertThat(this.network.recognize(shown).or(() -> this.network.handle(shown)))
			.hasValueSatisfying((address) -> assertThat(address.handle()).isEqualTo(handle));
	}

	@ParameterizedTest
	@ValueSource(strings = { "@anakocht", "Brot und Salz", "cid:abc", "place_id:<script>" })
	void refusesHandlesOfAnotherAlphabet(String typed) {
		assertThat(this.network.handle(typed)).isEmpty();
	}

}
