package io.channelkeeper;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

import io.channelkeeper.support.StartCheck;

/**
 * Starts Channelkeeper, or runs one of its commands.
 */
@SpringBootApplication
public class ChannelkeeperApplication {

	public static void main(String[] args) {
		if (!CommandLine.run(args, System.out, System.err)) {
			SpringApplication application = new SpringApplication(ChannelkeeperApplication.class);
			application.addListeners(new StartCheck());
			application.run(args);
		}
	}

}
