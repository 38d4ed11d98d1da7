package io.channelkeeper.connection;

import java.util.UUID;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nothing of a sign-in is kept longer than anybody asks for it.
 */
class SignInUpkeepTests extends SignInScene {

	@Autowired
	ConnectionUpkeep upkeep;

	@Autowired
	OfferedChannels offers;

	@Test
	@DisplayName("Attempts and decided offers are deleted after 90 days")
	void forgetsAfterNinetyDays() {
		UUID id = channel("finnotto");
		UUID attempt = connect(id, "finn").attemptId();
		UUID offer = within(() -> this.offers.offer(attempt)).id();
		within(() -> this.offers.refuse(this.viewer, offer));
		this.browser.leave(id);
		age(89);
		this.upkeep.round();
		assertThat(count("sign_in_attempt")).isEqualTo(2);
		assertThat(count("offered_channel")).isEqualTo(1);
		age(2);
		this.upkeep.round();
		assertThat(count("sign_in_attempt")).isZero();
		assertThat(count("offered_channel")).isZero();
	}

	@Test
	void keepsAttemptsWhoseOfferIsOpen() {
		UUID attempt = connect(channel("finnotto"), "finn").attemptId();
		within(() -> this.offers.offer(attempt));
		age(91);
		this.upkeep.round();
		assertThat(count("sign_in_attempt")).isEqualTo(1);
		assertThat(within(() -> this.offers.open())).hasSize(1);
	}

	private void age(int days) {
		this.jdbc.sql("""
				update sign_in_attempt set expires_at = expires_at - make_interval(days => :days)
				where organization_id = :organization""")
			.param("days", days)
			.param("organization", this.viewer.organizationId())
			.update();
		this.jdbc.sql("""
				update offered_channel set decided_at = decided_at - make_interval(days => :days)
				where organization_id = :organization""")
			.param("days", days)
			.param("organization", this.viewer.organizationId())
			.update();
	}

}
