package com.wecomesb.configuration.flow;

import java.util.Map;
import java.util.Set;
import org.apache.camel.spi.BeanRepository;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.objenesis.ObjenesisException;
import org.springframework.objenesis.SpringObjenesis;

/**
 * For each bean of the application an empty object of its type: enough to see that a method exists, and nothing that
 * could be called. The beans themselves need the configuration that is being checked.
 */
final class StandIns implements BeanRepository {

    private static final String OURS = "com.wecomesb.";

    private final ListableBeanFactory beans;
    private final SpringObjenesis objects = new SpringObjenesis();

    StandIns(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public @Nullable Object lookupByName(String name) {
        Class<?> type = beans.containsBean(name) ? beans.getType(name, false) : null;
        if (type == null || type.isInterface() || !type.getName().startsWith(OURS)) {
            return null;
        }
        try {
            return objects.newInstance(type);
        } catch (ObjenesisException notPossible) {
            return null;
        }
    }

    @Override
    public <T> @Nullable T lookupByNameAndType(String name, Class<T> type) {
        Object bean = lookupByName(name);
        return type.isInstance(bean) ? type.cast(bean) : null;
    }

    @Override
    public <T> Map<String, T> findByTypeWithName(Class<T> type) {
        return Map.of();
    }

    @Override
    public <T> Set<T> findByType(Class<T> type) {
        return Set.of();
    }
}
