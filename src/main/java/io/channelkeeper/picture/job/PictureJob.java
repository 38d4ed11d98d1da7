package io.channelkeeper.picture.job;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.channelkeeper.picture.PictureRounds;

/**
 * Fetches every minute what did not work at once.
 */
@Configuration(proxyBeanMethods = false)
class PictureJob {

	@Bean
	RecurringTask<Void> pictureRound(PictureRounds rounds) {
		return Tasks.recurring("picture-round", FixedDelay.of(Duration.ofMinutes(1)))
			.execute((instance, context) -> rounds.round());
	}

}
