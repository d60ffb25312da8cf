package com.wecomesb.lab;

import com.wecomesb.configuration.RunningConfiguration;
import com.wecomesb.configuration.Snapshot;
import com.wecomesb.configuration.SnapshotListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Keeps also what came into force without being published here: by an edited file, and at the start. */
@Component
class VersionRecorder implements SnapshotListener, SmartInitializingSingleton {

    private final Versions versions;
    private final ObjectProvider<RunningConfiguration> configuration;

    VersionRecorder(Versions versions, ObjectProvider<RunningConfiguration> configuration) {
        this.versions = versions;
        this.configuration = configuration;
    }

    @Override
    public void afterSingletonsInstantiated() {
        versions.add(Draft.byFile(configuration.getObject().current(), "启动时读到的文件"));
    }

    /** Where it was published it is kept already, with its author. */
    @Override
    public void swapped(Snapshot before, Snapshot after) {
        versions.add(Draft.byFile(after, "文件被直接修改"));
    }
}
