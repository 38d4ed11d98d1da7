package io.channelkeeper.picture.job;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.channelkeeper.picture.PictureUpkeep;

/**
 * Tidies up the bucket every minute, and deletes pictures that nothing shows every hour.
 */
@Configuration(proxyBeanMethods = false)
class PictureUpkeepJob {

	@Bean
	RecurringTask<Void> pictureTidying(PictureUpkeep upkeep) {
		return Tasks.recurring("picture-tidying", FixedDelay.of(Duration.ofMinutes(1)))
			.execute((instance, context) -> upkeep.tidy());
	}

	@Bean
	RecurringTask<Void> pictureSweep(PictureUpkeep upkeep) {
		return Tasks.recurring("picture-sweep", FixedDelay.of(Duration.ofHours(1)))
			.execute((instance, context) -> upkeep.sweep());
	}

}
