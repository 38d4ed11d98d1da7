package io.channelkeeper.connection.job;

import java.time.Clock;
import java.time.Duration;
import java.util.stream.IntStream;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

import io.channelkeeper.connection.LoginRounds;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.SignInProviders;

/**
 * When logins are renewed and verified: for each provider on its own, so that none waits
 * for another, and in several lanes, so that replicas share the work.
 */
@Configuration(proxyBeanMethods = false)
class LoginJob {

	private static final TaskDescriptor<Void> LOGINS = TaskDescriptor.of("logins");

	private static final int LANES = 2;

	private static final FixedDelay PAUSE = FixedDelay.of(Duration.ofSeconds(5));

	@Bean
	CustomTask<Void> logins(LoginRounds rounds) {
		return Tasks.custom(LOGINS).onFailureReschedule(PAUSE).onDeadExecutionRevive().execute((instance, context) -> {
			String name = instance.getId();
			rounds.round(new ProviderId(name.substring(0, name.lastIndexOf('/'))));
			return new CompletionHandler.OnCompleteReschedule<>(PAUSE);
		});
	}

	/** Makes the lanes of the providers that are set up; those there already stay. */
	@Bean
	Lanes loginLanes(ObjectProvider<SchedulerClient> scheduler, SignInProviders providers, Clock clock) {
		return new Lanes(scheduler, providers, clock);
	}

	/** Made once everything has started; not by a command, which has no schedule. */
	record Lanes(ObjectProvider<SchedulerClient> scheduler, SignInProviders providers, Clock clock) {

		@EventListener(ApplicationReadyEvent.class)
		void make() {
			this.scheduler.ifAvailable((client) -> this.providers.configured()
				.forEach((provider) -> IntStream.rangeClosed(1, LANES)
					.forEach((lane) -> client.scheduleIfNotExists(LOGINS.instance(provider.id() + "/" + lane).build(),
							this.clock.instant()))));
		}

	}

}
