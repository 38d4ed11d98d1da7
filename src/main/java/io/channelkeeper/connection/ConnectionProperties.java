package io.channelkeeper.connection;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How connections are kept alive.
 *
 * @param concurrency how many logins of one provider are renewed or verified at once by
 * one process
 * @param incident when a network is taken to be in trouble itself
 */
@ConfigurationProperties("channelkeeper.connection")
record ConnectionProperties(@DefaultValue("32") int concurrency, @DefaultValue Incident incident) {

	/**
	 * When a network is taken to be in trouble itself.
	 *
	 * @param share which share of its calls has to fail, from 0 to 1
	 * @param window within how long
	 */
	record Incident(@DefaultValue("0.5") double share, @DefaultValue("10m") Duration window) {

		Incident {
			if (!(share > 0 && share <= 1) || window.compareTo(Duration.ofMinutes(1)) < 0) {
				throw new IllegalArgumentException(
						"channelkeeper.connection.incident.share lies between 0 and 1, .window is a minute or more");
			}
		}

	}

}
