package io.channelkeeper.warning;

import java.time.LocalTime;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When organizations are warned that never decided so themselves.
 *
 * @param daysBefore on which days before the end of a connection, where its network
 * proposes no others; 0 is the day itself
 * @param at at which full hour, in the organization's time zone
 */
@ConfigurationProperties("channelkeeper.warning")
record WarningProperties(@DefaultValue( {
		"10", "5", "1", "0" }) List<Integer> daysBefore, @DefaultValue("08:00") LocalTime at){

	WarningProperties {
		if (daysBefore.stream().anyMatch((day) -> day < 0 || day > WarningDays.MOST)
				|| !at.equals(LocalTime.of(at.getHour(), 0))) {
			throw new IllegalArgumentException(
					"channelkeeper.warning.days-before lists days from 0 to 90, .at is a full hour such as 08:00");
		}
	}

}
