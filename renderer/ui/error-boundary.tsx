import { Button, Subtitle1, Text } from '@fluentui/react-components';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { t } from './texts.ts';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly hasFailed: boolean;
}

/** Keeps a bug in one view from leaving an empty window: says what is safe and offers to show the view again. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { hasFailed: false };

  static getDerivedStateFromError(): State {
    return { hasFailed: true };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error('A view failed', error, info.componentStack);
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <div role="alert" style={{ display: 'grid', gap: 12, padding: 24, justifyItems: 'start' }}>
        <Subtitle1>{t('common:fault.title')}</Subtitle1>
        <Text>{t('common:fault.text')}</Text>
        <Button appearance="primary" onClick={() => this.setState({ hasFailed: false })}>
          {t('common:fault.showAgain')}
        </Button>
      </div>
    );
  }
}
