package io.channelkeeper.connection.job;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.channelkeeper.connection.LookUpRounds;

/**
 * When public profiles are asked for that could not be asked for at once.
 */
@Configuration(proxyBeanMethods = false)
class LookUpJob {

	@Bean
	RecurringTask<Void> lookUpRound(LookUpRounds rounds) {
		return Tasks.recurring("look-up", FixedDelay.of(Duration.ofMinutes(5)))
			.execute((instance, context) -> rounds.round());
	}

}
