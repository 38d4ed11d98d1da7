package io.channelkeeper.picture.job;

import java.time.Clock;
import java.time.Duration;
import java.util.stream.IntStream;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.Networks;
import io.channelkeeper.picture.PictureCycle;
import io.channelkeeper.picture.PictureRuns;

/**
 * When profiles are read for their pictures: for each network on its own, so that none
 * waits for another, and in several lanes, so that replicas share the work.
 */
@Configuration(proxyBeanMethods = false)
class PictureCycleJob {

	private static final TaskDescriptor<Void> CYCLE = TaskDescriptor.of("picture-cycle");

	private static final int LANES = 2;

	/** After so many, of 50 channels each, other work has its turn. */
	private static final int PAGES = 20;

	private static final FixedDelay PAUSE = FixedDelay.of(Duration.ofSeconds(10));

	private static final FixedDelay AT_ONCE = FixedDelay.of(Duration.ZERO);

	@Bean
	CustomTask<Void> picturesOfNetworks(PictureCycle cycle) {
		return Tasks.custom(CYCLE).onFailureReschedule(PAUSE).onDeadExecutionRevive().execute((instance, context) -> {
			String name = instance.getId();
			return new CompletionHandler.OnCompleteReschedule<>(
					round(cycle, new NetworkId(name.substring(0, name.lastIndexOf('/')))) ? AT_ONCE : PAUSE);
		});
	}

	private static boolean round(PictureCycle cycle, NetworkId network) {
		try {
			return cycle.round(network, PAGES);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	@Bean
	RecurringTask<Void> leftPictures(PictureCycle cycle) {
		return Tasks.recurring("picture-rescue", PAUSE).execute((instance, context) -> cycle.rescue());
	}

	@Bean
	RecurringTask<Void> oldPictureRuns(PictureRuns runs) {
		return Tasks.recurring("picture-runs-old", FixedDelay.of(Duration.ofHours(6)))
			.execute((instance, context) -> runs.eraseOld());
	}

	/** Makes the lanes of all networks; those there already stay. */
	@Bean
	PictureLanes pictureLanes(ObjectProvider<SchedulerClient> scheduler, Networks networks, Clock clock) {
		return new PictureLanes(scheduler, networks, clock);
	}

	/** Made once everything has started; not by a command, which has no schedule. */
	record PictureLanes(ObjectProvider<SchedulerClient> scheduler, Networks networks, Clock clock) {

		@EventListener(ApplicationReadyEvent.class)
		void make() {
			this.scheduler
				.ifAvailable(
						(client) -> this.networks.all()
							.forEach((network) -> IntStream.rangeClosed(1, LANES)
								.forEach((lane) -> client.scheduleIfNotExists(
										CYCLE.instance(network.id().value() + "/" + lane).build(),
										this.clock.instant()))));
		}

	}

}
