package io.channelkeeper;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Starts Channelkeeper.
 */
@SpringBootApplication
public class ChannelkeeperApplication {

	public static void main(String[] args) {
		SpringApplication.run(ChannelkeeperApplication.class, args);
	}

}
