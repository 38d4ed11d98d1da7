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

	/** Creators come first, so that members read who was asked already. */
	@Bean
	RecurringTask<Void> warnings(ExpiryRounds expiry, CreatorRounds creators, WarningRounds members) {
		return Tasks.recurring("warnings", FixedDelay.of(Duration.ofSeconds(20))).execute((instance, context) -> {
			try {
				expiry.round();
				creators.round();
			}
			finally {
				members.round();
			}
		});
	}

}
