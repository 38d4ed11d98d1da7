package io.channelkeeper.picture;

import java.awt.Color;
import java.time.Period;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The place where pictures lie is away while the cycle brings some.
 */
class AwayBucketTests extends CycleScene {

	@Autowired
	AwayPictures away;

	@Test
	void doesNotBlameTheNetworkAndComesLater() {
		UUID ana = due("ana");
		show("ana", plain(Color.RED));
		this.shown = this.away.shown();
		round(parts(Period.ofMonths(1), 4).cycle());
		assertThat(asked("ana")).isOne();
		assertThat(standing(ana).address()).isNull();
		assertThat(standing(ana).missing()).isNull();
		assertThat(standing(ana).unansweredSince()).isNull();

		minutePasses();
		round();
		assertThat(standing(ana).address()).isNotNull();
	}

}
