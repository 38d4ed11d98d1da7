package io.channelkeeper.connection.job;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

import io.channelkeeper.connection.KeyWatch;
import io.channelkeeper.support.Resealing;

/**
 * When keys are read again, by every process itself; and when everything is sealed anew
 * with a new one, by one process for all.
 */
@Configuration(proxyBeanMethods = false)
class KeyJob {

	@Bean
	RecurringTask<Void> resealingRound(Resealing resealing) {
		return Tasks.recurring("resealing", FixedDelay.of(Duration.ofSeconds(20)))
			.execute((instance, context) -> resealing.round());
	}

	@Bean
	KeyLooks keyLooks(KeyWatch keys) {
		return new KeyLooks(keys);
	}

	/** Looks three times a minute. */
	record KeyLooks(KeyWatch keys) {

		@Scheduled(initialDelay = 0, fixedDelay = 20_000)
		void look() {
			this.keys.round();
		}

	}

}
