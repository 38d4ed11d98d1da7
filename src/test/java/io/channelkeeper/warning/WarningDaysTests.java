package io.channelkeeper.warning;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WarningDaysTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "10, 5, 1, 0|10, 5, 1, 0", "0 1 5 10|10, 5, 1, 0", "5;5,5|5", "90|90",
			"' , 7,\u00a03, '|7, 3", "''|''", "' '|''", "07|7" })
	void readsWhatPeopleType(String typed, String shown) {
		assertThat(WarningDays.parse(typed)).get().hasToString(shown);
	}

	@ParameterizedTest
	@ValueSource(strings = { "91", "-1", "1.5", "ten", "10, 5, x", "100000000000", "١٠", "1e1", "10/5", "<b>" })
	void refusesWhatIsNoListOfDays(String typed) {
		assertThat(WarningDays.parse(typed)).isEmpty();
	}

	@Test
	void refusesDaysOutOfReach() {
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new WarningDays(List.of(91)));
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new WarningDays(List.of(-1)));
	}

	@Test
	void settingsAreReadAsDesignNamesThem() {
		WarningProperties usual = settings("channelkeeper.warning.other", "x");
		assertThat(usual.daysBefore()).containsExactly(10, 5, 1, 0);
		assertThat(usual.at()).isEqualTo(LocalTime.of(8, 0));
		assertThat(settings("channelkeeper.warning.days-before", "14,2").daysBefore()).containsExactly(14, 2);
		assertThat(settings("channelkeeper.warning.at", "18:00").at()).isEqualTo(LocalTime.of(18, 0));
	}

	@ParameterizedTest
	@CsvSource({ "days-before,91", "days-before,-1", "days-before,ten", "at,07:30", "at,25:00" })
	void refusesWrongSettings(String key, String value) {
		assertThatExceptionOfType(BindException.class)
			.isThrownBy(() -> settings("channelkeeper.warning." + key, value));
	}

	private static WarningProperties settings(String key, String value) {
		MockEnvironment environment = new MockEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("settings", Map.of(key, value)));
		return Binder.get(environment).bindOrCreate("channelkeeper.warning", WarningProperties.class);
	}

}
