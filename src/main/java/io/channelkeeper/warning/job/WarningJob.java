package io.channelkeeper.warning.job;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.channelkeeper.warning.CreatorRounds;
import io.channelkeeper.warning.ExpiryRounds;
import io.channelkeeper.warning.WarningRounds;

/**
 * When it is looked what ends soon, and when members and creators are written to about
 * what has been gathered.
 */
@Configuration(proxyBeanMethods = false)
class WarningJob {

	@Bean
	RecurringTask<Void> warnings(WarningRounds rounds) {
		return Tasks.recurring("warnings", FixedDelay.of(Duration.ofSeconds(20)))
			.execute((instance, context) -> rounds.round());
	}

	@Bean
	RecurringTask<Void> creatorWarnings(CreatorRounds rounds) {
		return Tasks.recurring("creator-warnings", FixedDelay.of(Duration.ofSeconds(20)))
			.execute((instance, context) -> rounds.round());
	}

	@Bean
	RecurringTask<Void> expiryWarnings(ExpiryRounds rounds) {
		return Tasks.recurring("expiry-warnings", FixedDelay.of(Duration.ofSeconds(20)))
			.execute((instance, context) -> rounds.round());
	}

}
